from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from ..models import BasePage
from ..own_words import gettext_lazy as _
from ..queries import BasePageQuerySet
from ..versions import fetch_pages, version_for


class LinkedPageBlock(blocks.PageChooserBlock):
    """A page, read together with its translations, so that a link can lead to the reader's."""

    def __init__(self, page_type: Any = "base.BasePage", **kwargs: Any) -> None:
        super().__init__(page_type=page_type, **kwargs)

    def get_queryset(self) -> BasePageQuerySet:
        return BasePage.objects.all()

    def to_python(self, value: Any) -> BasePage | None:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[BasePage | None]:
        values = list(values)
        pages = fetch_pages([pk for pk in values if pk], self.get_queryset())
        return [pages.get(pk or 0) for pk in values]


class LinkValue(blocks.StructValue):
    @cached_property
    def target(self) -> BasePage | None:
        return version_for(self["page"]) if self.get("page") else None

    @property
    def is_shown(self) -> bool:
        """A link to a page that was withdrawn is left out."""
        return bool(self.target or self.get("url"))

    @property
    def language(self) -> str:
        """The target's language where it is not the reader's; else empty."""
        code = self.target.locale_code if self.target else ""
        return "" if code == get_language() else code


class LinkBlock(blocks.StructBlock):
    page = LinkedPageBlock(
        label=_("Page"), required=False, help_text=_("A page of this site, any member's.")
    )
    url = blocks.URLBlock(
        label=_("Address"), required=False, default="", help_text=_("Or a page elsewhere.")
    )
    label = blocks.CharBlock(
        label=_("Words of the link"),
        max_length=80,
        help_text=_("Say where it leads: “Read the plan”, not “click here”."),
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = _("Choose a page or give an address: one of the two.")
            raise StructBlockValidationError({"page": ValidationError(message)})
        return cleaned

    class Meta:
        label = _("Link")
        icon = "link"
        value_class = LinkValue


class OptionalLinkBlock(LinkBlock):
    """A link that may be left out as a whole."""

    label = blocks.CharBlock(
        label=_("Words of the link"), max_length=80, required=False, default=""
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        if not any(value.get(name) for name in ("page", "url", "label")):
            return value
        if not value.get("label") and not self.is_deferred_validation:
            message = _("Give the link its words.")
            raise StructBlockValidationError({"label": ValidationError(message)})
        return super().clean(value)
