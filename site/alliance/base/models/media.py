from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index

from ..enums import Licence
from ..languages import language_worked_in, site_languages
from ..own_words import gettext_lazy as _


class Rights(models.Model):
    """Who made a file and what others may do with it; the alternative text is not here,
    since it belongs to each use of a picture. Title, credit and permitted use are in the
    language named here, whatever page they stand on."""

    language = models.CharField(
        _("language"),
        max_length=12,
        choices=site_languages,
        default=language_worked_in,
        help_text=_("Of the title and the words below, and of the text in a document."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it, for example “Ann Jones, Harbour Library”. Pages show it."),
    )
    rights_holder = models.CharField(_("rights holder"), max_length=255, blank=True)
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence.choices, default=Licence.RESERVED
    )
    permitted_use = models.TextField(
        _("permitted use"),
        blank=True,
        help_text=_("What the rights holder allows, when the licence does not say it all."),
    )

    rights_fields = ("language", "credit", "rights_holder", "licence", "permitted_use")
    rights_search_fields = (index.SearchField("credit"), index.SearchField("rights_holder"))

    class Meta:
        abstract = True


class AllianceImage(Rights, AbstractImage):
    # Not `description`: what a picture shows is said at each use of it.
    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        *Rights.rights_fields,
    )
    search_fields = [*AbstractImage.search_fields, *Rights.rights_search_fields]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def hold_renditions(self, rows: list[dict[str, Any]]) -> None:
        """Takes what `renditions_of` read; Wagtail looks there before its cache and its table."""
        self.prefetched_renditions = [AllianceRendition(image=self, **row) for row in rows]


class AllianceRendition(AbstractRendition):
    image = models.ForeignKey(AllianceImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


def renditions_of(image: str) -> ArraySubquery:
    """An annotation: the renditions of the picture a row refers to, read in the same query."""
    fields = ("id", "filter_spec", "focal_point_key", "file", "width", "height")
    rows = AllianceRendition.objects.filter(image=OuterRef(image)).order_by()
    return ArraySubquery(rows.values(json=JSONObject(**{name: F(name) for name in fields})))


class AllianceDocument(Rights, AbstractDocument):
    admin_form_fields = (*Document.admin_form_fields, *Rights.rights_fields)
    search_fields = [*AbstractDocument.search_fields, *Rights.rights_search_fields]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """A file that the form has refused is not refused again for having no name."""
        if self.file:
            super().clean()
