from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from alliance.base.blocks import body_field
from alliance.base.own_words import gettext_lazy as _

from ..enums import Purpose
from .fields import synchronised
from .reviewed import ReviewedPage


class ContentPage(ReviewedPage):
    is_sharable = True
    not_shared = (*ReviewedPage.not_shared, "purpose")
    page_description = _("A page for anything lasting, such as “About us” or “Opening hours”.")
    parent_page_types = [
        "home.HomePage",
        "members.MemberHomePage",
        "members.ProgrammeHomePage",
        "home.ContentPage",
    ]
    subpage_types = ["home.ContentPage", "home.ContactPage"]

    purpose = models.CharField(
        _("purpose"),
        max_length=20,
        choices=Purpose.choices,
        default=Purpose.NONE,
        blank=True,
        help_text=_(
            "For a page that the law asks for. It needs an owner and the dates of its reviews."
        ),
    )
    body = body_field()

    content_panels = [*ReviewedPage.content_panels, FieldPanel("body")]
    settings_panels = [FieldPanel("purpose"), *ReviewedPage.settings_panels]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *ReviewedPage.override_translatable_fields,
        *synchronised("purpose"),
    ]

    class Meta:
        verbose_name = _("content page")

    @property
    def needs_owner(self) -> bool:
        return self.purpose != Purpose.NONE
