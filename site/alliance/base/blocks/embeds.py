"""Film and sound from elsewhere, which load nothing before the reader agrees."""

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from ..own_words import gettext_lazy as _
from . import groups


@dataclass(frozen=True)
class Provider:
    """Who plays it; `frame` takes what `address` finds and is their most private player."""

    name: str
    address: re.Pattern[str]
    frame: str

    def frame_for(self, url: str) -> str:
        match = self.address.match(url)
        return self.frame.format(match["id"]) if match else ""


PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(
            r"https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:\S*&)?v=|live/|embed/)|youtu\.be/)"
            r"(?P<id>[\w-]{11})"
        ),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    Provider(
        "Vimeo",
        re.compile(r"https?://(?:www\.)?vimeo\.com/(?P<id>\d+)"),
        "https://player.vimeo.com/video/{}?dnt=1",
    ),
    Provider(
        "Internet Archive",
        re.compile(r"https?://(?:www\.)?archive\.org/details/(?P<id>[\w.-]+)"),
        "https://archive.org/embed/{}",
    ),
)


class EmbedValue(blocks.StructValue):
    @cached_property
    def player(self) -> tuple[Provider, str] | None:
        found = ((known, known.frame_for(self.get("url") or "")) for known in PROVIDERS)
        return next(((known, frame) for known, frame in found if frame), None)

    @property
    def frame_url(self) -> str:
        return self.player[1] if self.player else ""

    @property
    def provider_name(self) -> str:
        return self.get("provider") or (self.player[0].name if self.player else "")


class EmbedBlock(blocks.StructBlock):
    url = blocks.URLBlock(
        label=_("Address"),
        help_text=_("Of a film or recording on YouTube, Vimeo or the Internet Archive."),
    )
    title = blocks.CharBlock(
        label=_("Title"), max_length=200, help_text=_("What the reader will see or hear.")
    )
    provider = blocks.CharBlock(
        label=_("Provider"),
        required=False,
        default="",
        max_length=60,
        search_index=False,
        help_text=_("Who hosts it. Leave empty, and the site will tell from the address."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned.frame_url and not self.is_deferred_validation:
            names = ", ".join(known.name for known in PROVIDERS)
            message = _("This is not an address at one of: %(names)s. Use a link in a text.")
            raise StructBlockValidationError({"url": ValidationError(message % {"names": names})})
        return cleaned

    class Meta:
        label = _("Film or sound")
        description = _("From another site. Nothing is loaded from there before a reader agrees.")
        icon = "media"
        group = groups.MEDIA
        template = "blocks/embed.html"
        value_class = EmbedValue
        preview_value = {
            "url": "https://archive.org/details/example",
            "title": "A walk through the stacks",
        }
