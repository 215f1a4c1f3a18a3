from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _


class ReviewedPage(BasePage):
    """A page that somebody looks after and reads through again when its time has come."""

    not_shared = (*BasePage.not_shared, "content_owner")

    content_owner = models.CharField(
        _("owner"),
        max_length=120,
        blank=True,
        help_text=_("The person or team who looks after this page; shown at its foot."),
    )

    settings_panels = [
        MultiFieldPanel([FieldPanel("content_owner")], heading=_("Who looks after this page")),
        *BasePage.settings_panels,
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
        return faults
