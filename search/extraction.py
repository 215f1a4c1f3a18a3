"""The words of a page, by Wagtail's own convention: its type's `search_fields`."""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.search.index import RelatedFields, SearchField

from alliance.base.models import BasePage
from alliance.base.text_tokens import without_tokens

from .languages.base import clean

LONGEST_TEXT = 200_000
BOOSTED = 2


def searchable_texts(page: BasePage) -> list[tuple[str, str]]:
    """Weight and text of all that can be searched but the title, in the order of the fields."""
    found = [
        (
            "B" if (field.boost or 0) >= BOOSTED else "C",
            clean(without_tokens(as_text(value))).strip(),
        )
        for field, value in searched_values(page, page.get_search_fields())
        if field.field_name != "title"
    ]
    return [(weight, text[:LONGEST_TEXT]) for weight, text in found if text]


def searched_values(thing: Any, fields: Iterable[Any]) -> Iterator[tuple[SearchField, Any]]:
    for field in fields:
        if isinstance(field, SearchField):
            yield field, field.get_value(thing)
        elif isinstance(field, RelatedFields):
            for related in related_things(field.get_value(thing)):
                yield from searched_values(related, field.fields)


def related_things(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value.all()) if hasattr(value, "all") else [value]


def as_text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "\n".join(text for text in map(as_text, value) if text)
    return "" if value is None else str(value)
