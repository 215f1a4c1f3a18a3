from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from alliance.base.blocks import body_field
from alliance.base.enums import PageKind
from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _
from alliance.base.paging import paginate

from .contact import ContactPage
from .fields import synchronised


class ReportIndexPage(BasePage):
    kind = PageKind.INDEX
    page_description = _("Gathers the reports below it, the newest first.")
    parent_page_types = ["home.HomePage", "members.MemberHomePage", "members.ProgrammeHomePage"]
    subpage_types = ["home.ReportPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of reports")
        verbose_name_plural = _("lists of reports")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        reports = ReportPage.objects.listable().in_section_of(self)
        reports = reports.in_locale_or_source(self.locale).newest_first().for_cards()
        return {**context, "page_obj": paginate(request, reports)}


class ReportPage(BasePage):
    kind = PageKind.REPORT
    is_lasting = False
    is_sharable = True
    schema_type = "Report"
    page_description = _("A publication: its file, its authors, and a summary for everyone.")
    parent_page_types = ["home.ReportIndexPage"]
    subpage_types: list[str] = []

    date = models.DateField(
        _("date of publication"),
        default=timezone.localdate,
        help_text=_("Lists show the newest date first."),
    )
    authors = models.CharField(
        _("authors"), max_length=255, blank=True, help_text=_("Names, with commas between them.")
    )
    document = models.ForeignKey(
        "base.AllianceDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_(
            "The report as a file to download. Its language is kept with the file, in Documents."
        ),
    )
    repository_url = models.URLField(
        _("repository"), blank=True, help_text=_("Where the report is kept for good.")
    )
    body = body_field(
        help_text=_(
            "A summary that everyone can read. Without it, the page offers the file in another "
            "format on request."
        )
    )

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("authors")]),
        FieldPanel("body", heading=_("Accessible summary")),
        MultiFieldPanel(
            [
                FieldPanel("document"),
                FieldPanel("repository_url"),
            ],
            heading=_("The report itself"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("authors"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *synchronised("date"),  # but a translation may have a file of its own
    ]

    class Meta:
        verbose_name = _("report")

    def faults(self) -> dict[str, Any]:
        faults = super().faults()
        if not (self.document_id or self.repository_url or self.body):
            message = _("Add the file, a link to where it is kept, or at least the summary.")
            faults["document"] = message
        return faults

    def get_listing_date(self) -> datetime | None:
        return at_midnight(self.date)

    def get_structured_data(self) -> dict[str, Any]:
        authors = [name.strip() for name in self.authors.split(",") if name.strip()]
        return {
            "datePublished": self.date.isoformat(),
            "author": [{"@type": "Person", "name": name} for name in authors],
        }

    @property
    def is_file_only(self) -> bool:
        return bool(self.document_id) and not self.body

    @property
    def another_format_url(self) -> str:
        """Where to ask for a file that not everyone can read; empty without a contact page."""
        if not self.is_file_only:
            return ""
        page = ContactPage.objects.for_questions_about(self).first()
        return f"{page.get_url()}?{urlencode({'about': self.title})}" if page else ""


def at_midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))
