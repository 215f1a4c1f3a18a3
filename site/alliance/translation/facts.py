"""Dates, places online, choices and numbers are in no language: readers of a translation are
told the source's, even while its changed words still wait for the translators."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from modelcluster.models import get_all_child_relations
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import TranslationSource

from alliance.base.unfinished import UnfinishedError

# A picture changes together with the words that describe it.
WITH_WORDS = {"image", "image_is_decorative"}


def publish_facts(source: TranslationSource) -> None:
    page = source.get_source_instance()
    for translation in source.translations.filter(enabled=True) if page.live else ():
        target = translation.get_target_instance()
        if target.live and not target.alias_of_id and copy_all_facts(page, target):
            target.save()
            with suppress(UnfinishedError):  # older than a rule it breaks; readers see the facts
                target.save_revision(clean=False).publish()


def copy_all_facts(page: Page, target: Page) -> bool:
    """Of the page and of its rows; says whether any was another."""
    changed = copy_facts(page, target)
    rows = {row.translation_key: row for row in translatable_rows(page)}
    for row in translatable_rows(target):
        if row.translation_key in rows and copy_facts(rows[row.translation_key], row):
            row.save()
            changed = True
    return changed


def translatable_rows(page: Page) -> Iterator[Any]:
    for relation in get_all_child_relations(type(page)):
        if issubclass(relation.related_model, TranslatableMixin):
            yield from getattr(page, relation.get_accessor_name()).all()


def copy_facts(original: Any, target: Any) -> bool:
    names = list(fact_names(type(original)))
    changed = [name for name in names if getattr(original, name) != getattr(target, name)]
    for name in changed:
        setattr(target, name, getattr(original, name))
    return bool(changed)


def fact_names(model: Any) -> Iterator[str]:
    """Of the fields that translators cannot change, those with a value in the row itself."""
    for found in get_translatable_fields(model):
        field = found.get_field(model)
        fixed = isinstance(found, SynchronizedField) and not found.overridable
        in_row = field.concrete and not field.many_to_many
        if fixed and in_row and found.field_name not in WITH_WORDS:
            yield field.attname
