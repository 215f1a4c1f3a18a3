import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError, StreamValue
from wagtail.fields import StreamField

from ..own_words import gettext_lazy as _
from .embeds import EmbedBlock
from .figures import KeyFiguresBlock, PeopleBlock, TimelineBlock
from .files import DocumentsBlock
from .pictures import GalleryBlock, ImageBlock
from .tables import TableBlock
from .text import AccordionBlock, BodyTextBlock, HeadingBlock, QuoteBlock
from .ways_on import CallToActionBlock, CardsBlock, RelatedPagesBlock

HELP = _("The page itself, put together from texts, pictures, tables and more.")
HEADING_TAG = re.compile(r"<h([2-6])[ >]")


class BodyBlock(blocks.StreamBlock):
    """All that the body of a page can hold."""

    heading = HeadingBlock()
    rich_text = BodyTextBlock()
    quote = QuoteBlock()
    accordion = AccordionBlock()
    image = ImageBlock()
    gallery = GalleryBlock()
    embed = EmbedBlock()
    documents = DocumentsBlock()
    table = TableBlock()
    key_figures = KeyFiguresBlock()
    people = PeopleBlock()
    timeline = TimelineBlock()
    call_to_action = CallToActionBlock()
    cards = CardsBlock()
    related_pages = RelatedPagesBlock()

    def clean(self, value: StreamValue) -> StreamValue:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if errors := dict(skipped_levels(cleaned)):
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned

    def get_context(self, value: StreamValue, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        return {**context, "parts": list(with_item_level(value))}

    class Meta:
        template = "blocks/body.html"


def body_field(help_text: Any = HELP) -> StreamField:
    return StreamField(BodyBlock(), verbose_name=_("body"), blank=True, help_text=help_text)


def heading_levels(child: StreamValue.StreamChild) -> list[int]:
    """The levels of the headings that an editor chose in this block, in order."""
    if child.block_type == "heading":
        return [int(child.value["level"][1])]
    if child.block_type == "rich_text":
        return [int(level) for level in HEADING_TAG.findall(child.value.source)]
    return [2] if has_heading(child) else []


def has_heading(child: StreamValue.StreamChild) -> bool:
    return isinstance(child.value, blocks.StructValue) and bool(child.value.get("heading"))


def skipped_levels(value: StreamValue) -> Iterator[tuple[int, ValidationError]]:
    """Each block where a heading comes two levels below the one before it."""
    last = 1
    for index, child in enumerate(value):
        for level in heading_levels(child):
            if level > last + 1:
                message = _("Put a heading of the level above before this one.")
                yield index, ValidationError(message)
            last = level


def with_item_level(value: StreamValue) -> Iterator[tuple[StreamValue.StreamChild, str]]:
    """Each block with the heading element for its items: below a heading, if there is one."""
    below_heading = False
    for child in value:
        below_heading = below_heading or 2 in heading_levels(child)
        yield child, "h3" if below_heading else "h2"
