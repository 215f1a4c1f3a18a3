"""Makes the pages in two rounds: first their places, then their texts, which may link to any."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.apps import apps
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page

from alliance.base.models import BasePage
from members.models import MemberHomePage, Organisation
from members.services import provision_member

from .errors import Mistake
from .parts import child_relations, write_fields
from .references import References
from .source import Entry
from .values import Writer

PAGE_FIELDS = (
    "title",
    "slug",
    "summary",
    "image",
    "image_alt",
    "image_is_decorative",
    "topics",
    "show_in_footer",
    "body",
)
STRUCTURE = {"key", "type", "parent", "fields", "show_in_menus"}


def page_type(entry: Entry) -> type[BasePage]:
    try:
        model = apps.get_model(entry["type"])
    except (LookupError, ValueError):
        raise Mistake(f"there is no page type “{entry['type']}”") from None
    if not issubclass(model, BasePage):
        raise Mistake(f"“{entry['type']}” is no page")
    return model


def place_page(entry: Entry, references: References, locale: Locale) -> None:
    """Make the page as a draft in the source language."""
    model, code = page_type(entry), locale.language_code
    parent_key = entry.get("parent")
    parent = references.pages[parent_key, code] if parent_key else Page.get_first_root_node()
    if issubclass(model, MemberHomePage):
        page = provision_member(references.get(Organisation, entry.key, code), parent)
    else:
        page = model(title=entry["title"], slug=entry["slug"], live=False, locale=locale)
        writer = writer_for(entry.data, Writer(references, code, date.today()))
        for name, value in entry.get("fields", {}).items():
            if is_plain(page, name):
                writer.write(page, name, value, entry.key)
        parent.add_child(instance=page)
    references.pages[entry.key, code] = page


def is_plain(page: BasePage, name: str) -> bool:
    """Whether a field can be filled before the pages are there that it may lead to."""
    field = next((field for field in page._meta.get_fields() if field.name == name), None)
    linking = (StreamField, RichTextField)
    return field is not None and not field.is_relation and not isinstance(field, linking)


def writer_for(data: dict[str, Any], writer: Writer) -> Writer:
    """Times in an entry are those of its own time zone."""
    zone = data.get("fields", {}).get("time_zone")
    return replace(writer, time_zone=zone) if zone else writer


def place_translation(entry: Entry, references: References, source: Locale, locale: Locale) -> None:
    page = references.pages[entry.key, source.language_code]
    page.refresh_from_db()
    if page.depth > 2 and not page.get_parent().has_translation(locale):
        raise Mistake("its parent is not translated")
    page = page.specific
    placed = page.get_translation_or_none(locale) or page.copy_for_translation(locale)
    if slug := entry.get("slug"):
        # Now rather than when it is published: nobody ever knew another address.
        placed.slug = slug
        placed.save(update_fields=["slug"])
    references.pages[entry.key, locale.language_code] = placed.specific


def publish_page(entry: Entry, data: dict[str, Any], writer: Writer) -> None:
    page = writer.references.pages[entry.key, writer.language_code]
    page.refresh_from_db()
    page.show_in_menus = data.get("show_in_menus", isinstance(parent_of(page), MemberHomePage))
    write_fields(writer_for(data, writer), page, page_values(page, data), entry.key)
    page.full_clean()
    page.save_revision(clean=False).publish()
    writer.references.pages[entry.key, writer.language_code] = page


def parent_of(page: BasePage) -> Page:
    return page.get_parent().specific


def page_values(page: BasePage, data: dict[str, Any]) -> dict[str, Any]:
    """Everything in the entry that is a field or a list of rows of this page."""
    rows = {relation.get_accessor_name() for relation in child_relations(page)}
    extra = {"press_contacts"} if hasattr(page, "press_contacts") else set()
    if unknown := data.keys() - STRUCTURE - rows - extra - set(PAGE_FIELDS):
        raise Mistake(f"“{min(unknown)}” is not known here; fields of the type go under “fields”")
    values = {name: value for name, value in data.items() if name not in STRUCTURE}
    return {**values, **data.get("fields", {})}
