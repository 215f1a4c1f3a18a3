"""Blocks that lead a reader to other pages."""

from typing import Any

from django.utils.translation import get_language
from wagtail import blocks

from .. import tree
from ..models import BasePage
from ..own_words import gettext_lazy as _
from ..queries import BasePageQuerySet
from ..versions import version_for
from . import groups
from .links import LinkBlock, LinkedPageBlock, OptionalLinkBlock
from .text import optional_heading

SAMPLE_LINK = {"url": "https://example.org/", "label": "Read the plan"}


class CallToActionBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, default="", max_length=300)
    link = LinkBlock(label=_("Link"))

    class Meta:
        label = _("Call to action")
        description = _("Asks the reader to do one thing, with a button.")
        icon = "pick"
        group = groups.LINKS
        template = "blocks/call_to_action.html"
        preview_value = {
            "heading": "Sign the pledge",
            "text": "Nine members have. Yours could be the tenth.",
            "link": SAMPLE_LINK,
        }


class CardBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=100)
    text = blocks.TextBlock(label=_("Text"), required=False, default="", max_length=300)
    link = OptionalLinkBlock(label=_("Link"), required=False)

    class Meta:
        label = _("Card")


class CardsBlock(blocks.StructBlock):
    heading = optional_heading()
    cards = blocks.ListBlock(CardBlock(), label=_("Cards"), min_num=1, max_num=12)

    class Meta:
        label = _("Cards")
        description = _("Short texts side by side, each with a link.")
        icon = "grid"
        group = groups.LINKS
        template = "blocks/cards.html"
        preview_value = {
            "heading": "Begin here",
            "cards": [
                {"title": "Skills", "text": "Learn from colleagues.", "link": SAMPLE_LINK},
                {"title": "Policy", "text": "Make the case.", "link": SAMPLE_LINK},
            ],
        }


class ListedPageBlock(LinkedPageBlock):
    """A page read with all that its card shows."""

    def get_queryset(self) -> BasePageQuerySet:
        return BasePage.objects.all().for_cards()


class RelatedPagesBlock(blocks.StructBlock):
    heading = optional_heading()
    pages = blocks.ListBlock(ListedPageBlock(label=_("Page")), label=_("Pages"), min_num=1)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        return {**context, "listed_pages": public_versions(value["pages"])}

    def get_preview_value(self) -> blocks.StructValue:
        pages = BasePage.objects.listable().filter(locale__language_code=get_language())
        return self.normalize({"heading": "Read next", "pages": list(pages.newest_first()[:3])})

    class Meta:
        label = _("Related pages")
        description = _("Pages to read next, each with picture and summary.")
        icon = "list-ul"
        group = groups.LINKS
        template = "blocks/related_pages.html"


def public_versions(pages: list[BasePage | None]) -> list[BasePage]:
    """What anyone may read, in the reader's language where it is there."""
    versions = [version_for(page) for page in pages if page]
    return [page for page in versions if page and not tree.held().restrictions_of(page)]
