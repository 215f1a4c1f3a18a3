from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from alliance.base.models import BasePage

from ..enums import Purpose
from .fields import body_field, synchronised


class ContentPage(BasePage):
    parent_page_types = ["home.HomePage", "members.MemberHomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage", "home.ContactPage"]

    purpose = models.CharField(
        _("purpose"),
        max_length=20,
        choices=Purpose.choices,
        default=Purpose.NONE,
        blank=True,
        help_text=_("What the page is for, where the law asks for such a page."),
    )
    content_owner = models.CharField(
        _("owner"),
        max_length=120,
        blank=True,
        help_text=_("The person or team who looks after this page; shown at its foot."),
    )
    reviewed_on = models.DateField(_("last reviewed"), null=True, blank=True)
    review_due = models.DateField(
        _("next review"), null=True, blank=True, help_text=_("When to read it through again.")
    )
    body = body_field()

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, FieldPanel("purpose")]
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
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("review_due"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *synchronised("purpose", "review_due"),
    ]

    class Meta:
        verbose_name = _("content page")
