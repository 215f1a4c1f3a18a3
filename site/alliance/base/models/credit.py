"""Whose words a page repeats that another organisation has published first."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.functional import cached_property


@dataclass(frozen=True)
class Credit:
    name: str
    name_language: str = ""  # empty where it is not known any more
    url: str = ""  # empty once readers can no longer see the original
    language: str = ""  # of the original
    website: str = ""


class SharedPage:
    """What a page knows of its life in the network, held in its own row: no page that is nobody
    else's costs a query for it."""

    original_key: UUID | None
    original_publisher: str

    @cached_property
    def original(self) -> Any:
        """The page that this one repeats, in its language or else in the source language; None
        if readers cannot see it."""
        if self.original_key is None:
            return None
        page: Any = self
        base: Any = page._meta.get_field("topics").model  # BasePage, which is made of this
        codes = [page.locale_code, settings.LANGUAGE_CODE]
        originals = base.objects.listable().filter(translation_key=self.original_key)
        originals = originals.filter(locale__language_code__in=codes)
        found = list(originals.select_related("locale", "organisation"))
        found.sort(key=lambda original: original.locale_id != page.locale_id)
        if found and hasattr(page, "_wagtail_cached_site_root_paths"):
            found[0]._wagtail_cached_site_root_paths = page._wagtail_cached_site_root_paths
        return found[0] if found else None

    @cached_property
    def credit(self) -> Credit | None:
        if self.original_key is None:
            return None
        page: Any = self
        original = self.original
        if original is None:
            return Credit(self.original_publisher)
        organisation = original.organisation
        text = organisation.text_in(page.locale_code) if organisation else None
        return Credit(
            text.name if text else original.publisher_name,
            text.locale_code if text else "",
            original.full_url or "",
            original.locale_code,
            organisation.website if organisation else "",
        )

    @property
    def canonical_url(self) -> str:
        """Of a copy, the original's, as long as there is one in the same language."""
        page: Any = self
        original = self.original
        is_same = original is not None and original.locale_id == page.locale_id
        return (original if is_same else page).full_url or ""
