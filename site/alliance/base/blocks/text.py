from typing import Any

from wagtail import blocks

from ..own_words import gettext_lazy as _
from ..rich_text import RICH_TEXT_FEATURES, SHORT_TEXT_FEATURES
from . import groups


def optional_heading() -> blocks.CharBlock:
    return blocks.CharBlock(
        label=_("Heading"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Stands above the block. Leave empty if a heading is there already."),
    )


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Heading")), ("h3", _("Heading within a section"))],
        default="h2",
        search_index=False,
        help_text=_("Readers who listen to pages jump from heading to heading: skip no level."),
    )

    class Meta:
        label = _("Heading")
        description = _("Begins a new part of the page.")
        icon = "title"
        group = groups.TEXT
        template = "blocks/heading.html"
        preview_value = {"text": "What we do", "level": "h2"}


class BodyTextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": RICH_TEXT_FEATURES, **kwargs})

    class Meta:
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        icon = "pilcrow"
        group = groups.TEXT
        template = "blocks/rich_text.html"
        preview_value = (
            "<p>A library is the one place in town where <b>nobody asks you to buy</b> "
            "anything.</p><ul><li>Come in.</li><li>Stay as long as you like.</li></ul>"
        )


class ShortTextBlock(blocks.RichTextBlock):
    """Text within an item that has a heading already."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": SHORT_TEXT_FEATURES, **kwargs})


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"), help_text=_("Without quotation marks."))
    speaker = blocks.CharBlock(label=_("Speaker"), required=False, default="", max_length=120)
    role = blocks.CharBlock(
        label=_("Role"),
        required=False,
        default="",
        max_length=200,
        help_text=_("What the speaker does, and where."),
    )

    class Meta:
        label = _("Quote")
        description = _("Someone's own words, with the name of who said them.")
        icon = "openquote"
        group = groups.TEXT
        template = "blocks/quote.html"
        preview_value = {
            "text": "They ask whether it is open, and whether somebody will help.",
            "speaker": "A branch librarian",
            "role": "Public library service",
        }


class AccordionItemBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=150)
    body = ShortTextBlock(label=_("Text"))

    class Meta:
        label = _("Part")


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(AccordionItemBlock(), label=_("Parts"), min_num=1)

    class Meta:
        label = _("Accordion")
        description = _("Questions and answers, or details that few readers need: open on demand.")
        icon = "collapse-down"
        group = groups.TEXT
        template = "blocks/accordion.html"
        preview_value = {
            "items": [
                {"heading": "Who may join?", "body": "<p>Everyone.</p>"},
                {"heading": "What does it cost?", "body": "<p>Nothing.</p>"},
            ]
        }
