"""How a thing that is not in an archive is known again in another installation."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Locale, Page, Site

from alliance.base.models import AllianceDocument, AllianceImage, Topic

from ..models import Organisation, PressContact

Key = dict[str, Any]


def base_of(model: type[Model]) -> type[Model]:
    """A page is a page, of whatever type: all have their key from there."""
    parents = model._meta.get_parent_list()
    return parents[-1] if parents else model


def label_of(model: type[Model]) -> str:
    return str(base_of(model)._meta.label_lower)


def describe(label: str, key: int) -> Key | None:
    """None for what is not told, such as people."""
    if label not in LOOKUPS:
        return None
    model, lookups, _ = LOOKUPS[label]
    row = model._default_manager.filter(pk=key).values(*lookups).first()
    return {name: str(value) for name, value in row.items()} if row else None


def name_of(label: str, key: int) -> str:
    """For people to read. What another member has not published is not told."""
    model = LOOKUPS[label][0]
    thing = model._default_manager.filter(pk=key).first()
    return "" if getattr(thing, "live", True) is False else str(thing)


def find(label: str, said: Key) -> int | None:
    """The key of what is the same thing here."""
    model, lookups, restriction = LOOKUPS[label]
    wanted = {name: said[name] for name in lookups} | restriction
    return model._default_manager.filter(**wanted).values_list("pk", flat=True).first()


PUBLIC = {"collection__view_restrictions": None}
LOOKUPS: dict[str, tuple[type[Model], tuple[str, ...], Key]] = {
    label_of(model): (model, lookups, restriction)
    for model, lookups, restriction in (
        (Page, ("translation_key", "locale__language_code"), {}),
        (AllianceImage, ("file_hash",), PUBLIC),
        (AllianceDocument, ("file_hash",), PUBLIC),
        (Topic, ("key",), {}),
        (Organisation, ("slug",), {}),
        (PressContact, ("organisation__slug", "locale__language_code", "name"), {}),
        (Locale, ("language_code",), {}),
        (Site, ("hostname", "port"), {}),
        (ContentType, ("app_label", "model"), {}),
    )
}
