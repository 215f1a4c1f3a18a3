"""Numbers, people and dates."""

from wagtail import blocks

from ..own_words import gettext_lazy as _
from . import groups
from .pictures import DescribedPictureBlock, PictureChooserBlock
from .text import optional_heading


class KeyFigureBlock(blocks.StructBlock):
    value = blocks.CharBlock(label=_("Figure"), max_length=30, help_text=_("As “13 million”."))
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)
    source = blocks.CharBlock(
        label=_("Source"),
        required=False,
        default="",
        max_length=200,
        help_text=_("Who counted, and when."),
    )

    class Meta:
        label = _("Figure")


class KeyFiguresBlock(blocks.StructBlock):
    heading = optional_heading()
    figures = blocks.ListBlock(KeyFigureBlock(), label=_("Figures"), min_num=1, max_num=8)

    class Meta:
        label = _("Key figures")
        description = _("A few large numbers, each with what it counts and its source.")
        icon = "decimal"
        group = groups.LISTS
        template = "blocks/key_figures.html"
        preview_value = {
            "heading": "The network in numbers",
            "figures": [
                {"value": "23", "label": "partners", "source": "Annual count"},
                {"value": "13 million", "label": "people reached", "source": "Annual count"},
            ],
        }


class PersonBlock(DescribedPictureBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, default="", max_length=120)
    organisation = blocks.CharBlock(
        label=_("Organisation"), required=False, default="", max_length=120
    )
    image = PictureChooserBlock(label=_("Picture"), required=False)
    bio = blocks.TextBlock(label=_("About the person"), required=False, default="", max_length=600)

    class Meta:
        label = _("Person")
        form_layout = ["name", "role", "organisation", "image", "alt", "decorative", "bio"]


class PeopleBlock(blocks.StructBlock):
    heading = optional_heading()
    people = blocks.ListBlock(PersonBlock(), label=_("People"), min_num=1)

    class Meta:
        label = _("People")
        description = _("Who someone is and what they do, with a picture if there is one.")
        icon = "group"
        group = groups.LISTS
        template = "blocks/people.html"
        preview_value = {
            "heading": "The office",
            "people": [
                {"name": "Ann Jones", "role": "Director", "bio": "Began on Saturdays, shelving."},
                {"name": "Rhys Morgan", "role": "Policy", "organisation": "The alliance"},
            ],
        }


class TimelineEntryBlock(DescribedPictureBlock):
    date = blocks.CharBlock(label=_("Date"), max_length=60, help_text=_("As “1850” or “May 2025”."))
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    text = blocks.TextBlock(label=_("Text"), required=False, default="", max_length=800)
    image = PictureChooserBlock(label=_("Picture"), required=False)

    class Meta:
        label = _("Event")
        form_layout = ["date", "title", "text", "image", "alt", "decorative"]


class TimelineBlock(blocks.StructBlock):
    heading = optional_heading()
    entries = blocks.ListBlock(TimelineEntryBlock(), label=_("Events"), min_num=1)

    class Meta:
        label = _("Timeline")
        description = _("A history: what happened when, oldest first, with pictures.")
        icon = "history"
        group = groups.LISTS
        template = "blocks/timeline.html"
        preview_value = {
            "heading": "How we came here",
            "entries": [
                {"date": "1850", "title": "The Act", "text": "Towns may pay for a library."},
                {"date": "2025", "title": "The alliance", "text": "Nine bodies sign."},
            ],
        }
