from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model
from modelcluster.fields import ParentalManyToManyField


class CountedManyToManyField(ParentalManyToManyField):
    """Counts as a use of what it names. Wagtail's index of uses reads no many-to-many, so that
    a topic of fifty pages would be “referenced 0 times” on the page that asks to delete it."""

    def extract_references(
        self, value: Iterable[Model]
    ) -> Iterator[tuple[type[Model], str, str, str]]:
        for thing in value:
            yield type(thing), str(thing.pk), "item", str(thing.pk)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """How uses are counted is nothing to migrate for."""
        name, _, args, kwargs = super().deconstruct()
        return name, "modelcluster.fields.ParentalManyToManyField", args, kwargs
