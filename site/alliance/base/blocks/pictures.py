from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from ..models import AllianceImage
from ..models.media import renditions_of
from ..own_words import gettext_lazy as _
from . import groups
from .text import optional_heading


def sample_picture() -> AllianceImage | None:
    """For previews: the alliance's own, since members' pictures are not everyone's to see."""
    return AllianceImage.objects.filter(collection__depth=1).order_by("pk").first()


class PictureChooserBlock(ImageChooserBlock):
    """Reads the pictures of a stream with all their sizes, in one query for all of them."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[AllianceImage | None]:
        values = list(values)
        pictures = AllianceImage.objects.annotate(found_renditions=renditions_of("pk"))
        found = pictures.in_bulk([pk for pk in values if pk])
        for picture in found.values():
            picture.hold_renditions(picture.found_renditions)
        return [found.get(pk or 0) for pk in values]

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """How pictures are read is nothing to migrate for."""
        _, args, kwargs = super().deconstruct()
        return "wagtail.images.blocks.ImageChooserBlock", args, kwargs


def caption() -> blocks.CharBlock:
    return blocks.CharBlock(
        label=_("Caption"),
        required=False,
        default="",
        max_length=255,
        help_text=_("Shown under the picture. The credit comes from the picture itself."),
    )


class DescribedPictureBlock(blocks.StructBlock):
    """A picture and what it shows. The words are kept here, as they are in a language."""

    image = PictureChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        default="",
        max_length=255,
        search_index=False,
        help_text=_("Say what the picture shows, for readers who cannot see it."),
    )
    decorative = blocks.BooleanBlock(
        label=_("The picture is decorative"),
        required=False,
        help_text=_("Tick this if the picture says nothing that the words do not."),
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if cleaned["image"] and cleaned["decorative"] == bool(cleaned["alt"].strip()):
            raise StructBlockValidationError({"alt": ValidationError(self.alt_message(cleaned))})
        return cleaned

    def alt_message(self, value: blocks.StructValue) -> Any:
        if value["decorative"]:
            return _("A decorative picture has no words: empty this, or untick “decorative”.")
        return _("Describe the picture, or tick that it is decorative.")


class CaptionedPictureBlock(DescribedPictureBlock):
    caption = caption()

    class Meta:
        label = _("Picture")
        icon = "image"


class ImageBlock(CaptionedPictureBlock):
    def get_preview_value(self) -> blocks.StructValue:
        return self.normalize(
            {
                "image": sample_picture(),
                "alt": "A picture from the alliance",
                "caption": "A caption says what the picture alone cannot.",
            }
        )

    class Meta:
        description = _("One picture with caption and credit.")
        group = groups.MEDIA
        template = "blocks/image.html"


class GalleryBlock(blocks.StructBlock):
    heading = optional_heading()
    images = blocks.ListBlock(CaptionedPictureBlock(), label=_("Pictures"), min_num=2)

    def get_preview_value(self) -> blocks.StructValue:
        picture = {"image": sample_picture(), "alt": "A picture from the alliance"}
        images = [{**picture, "caption": name} for name in ("Morning", "Noon", "Evening")]
        return self.normalize({"heading": "A day in the library", "images": images})

    class Meta:
        label = _("Gallery")
        description = _("Several pictures side by side.")
        icon = "copy"
        group = groups.MEDIA
        template = "blocks/gallery.html"
