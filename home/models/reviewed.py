from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _

from .fields import synchronised


class ReviewedPage(BasePage):
    """A page that somebody looks after and reads through again when its time has come."""

    content_owner = models.CharField(
        _("owner"),
        max_length=120,
        blank=True,
        help_text=_("The person or team who looks after this page; shown at its foot."),
    )
    reviewed_on = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        help_text=_("When somebody last read it through and found it right."),
    )
    review_due = models.DateField(
        _("next review"), null=True, blank=True, help_text=_("When to read it through again.")
    )

    settings_panels = [
        MultiFieldPanel(
            [
                FieldPanel("content_owner"),
                FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_due")]),
            ],
            heading=_("Who looks after this page"),
        ),
        *BasePage.settings_panels,
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("review_due")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *synchronised("review_due"),
    ]

    class Meta:
        abstract = True

    @property
    def needs_owner(self) -> bool:
        """Whether it is one of the pages that somebody must answer for."""
        return False

    def faults(self) -> dict[str, Any]:
        faults = super().faults()
        if self.needs_owner:
            message = _("Say who looks after a page for this purpose, and when it is reviewed.")
            names = ("content_owner", "reviewed_on", "review_due")
            faults |= {name: message for name in names if not getattr(self, name)}
        if self.reviewed_on and self.review_due and self.review_due <= self.reviewed_on:
            faults["review_due"] = _("The next review comes after the last one.")
        return faults
