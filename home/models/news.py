from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale
from wagtail.search import index

from alliance.base.blocks import QuoteBlock, body_field
from alliance.base.enums import PageKind
from alliance.base.models.relations import CountedManyToManyField
from alliance.base.own_words import gettext_lazy as _
from alliance.base.rich_text import SHORT_TEXT_FEATURES
from alliance.base.seo import author_data, publisher_data
from members.models import PressContact

from ..press import (
    contacts_of_source,
    is_offered,
    press_pictures,
    publisher,
    same_contacts_in,
)
from ..press_form import NewsPageForm
from .embargo import EmbargoPage
from .fields import synchronised
from .report import at_midnight


class KeyPointBlock(blocks.CharBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 250, **kwargs})

    class Meta:
        label = _("Key point")
        description = _("One sentence that a journalist can print as it is.")
        icon = "list-ul"
        preview_value = "Nine library bodies found an alliance."


class NewsPage(EmbargoPage):
    """An update, which may be a press release."""

    kind = PageKind.NEWS
    is_lasting = False
    is_sharable = True
    not_shared = (*EmbargoPage.not_shared, "press_contacts", "show_about", "embargo_until")
    schema_type = "NewsArticle"
    page_description = _("Something new, with its date. It can be a press release.")
    base_form_class = NewsPageForm
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("Lists show the newest date first.")
    )
    body = body_field()
    original_url = models.URLField(
        _("address of the original"),
        max_length=500,
        blank=True,
        help_text=_(
            "If the news is told on your own website: readers get a link to it below the text."
        ),
    )
    is_press_release = models.BooleanField(
        _("is a press release"),
        default=False,
        help_text=_("Shows notes to editors, press contacts and a page of pictures to download."),
    )
    key_points = StreamField(
        [("point", KeyPointBlock())],
        verbose_name=_("key points"),
        blank=True,
        help_text=_("What matters most, a sentence each; shown before the text."),
    )
    quotes = StreamField(
        [("quote", QuoteBlock())],
        verbose_name=_("quotes"),
        blank=True,
        help_text=_("Words that others may print, each with who said them."),
    )
    notes_to_editors = RichTextField(
        _("notes to editors"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("What journalists need to know besides. Shown in press releases only."),
    )
    press_contacts = CountedManyToManyField(
        "members.PressContact",
        verbose_name=_("press contacts"),
        blank=True,
        related_name="+",
    )
    show_about = models.BooleanField(
        _("end with “about us”"),
        default=False,
        help_text=_("Prints your organisation’s “about” text in the language of the page."),
    )

    content_panels = [
        *EmbargoPage.content_panels,
        FieldPanel("date"),
        FieldPanel("body"),
        FieldPanel("original_url"),
        MultiFieldPanel(
            [
                FieldPanel("is_press_release"),
                FieldPanel("key_points"),
                FieldPanel("quotes"),
                FieldPanel("notes_to_editors"),
                FieldPanel("press_contacts"),
                FieldPanel("show_about"),
                FieldPanel("embargo_until"),
            ],
            heading=_("Press release"),
        ),
    ]
    promote_panels = [*EmbargoPage.promote_panels, FieldPanel("own_section_only")]
    search_fields = [
        *EmbargoPage.search_fields,
        index.SearchField("body"),
        index.SearchField("key_points"),
        index.SearchField("quotes"),
        index.SearchField("notes_to_editors"),
        index.FilterField("date"),
    ]
    override_translatable_fields = [
        *EmbargoPage.override_translatable_fields,
        *synchronised("date", "original_url", "is_press_release", "show_about", "embargo_until"),
    ]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def get_listing_date(self) -> datetime | None:
        return at_midnight(self.date)

    def get_structured_data(self) -> dict[str, Any]:
        issuer = publisher_data(self)
        known: dict[str, Any] = {
            "headline": self.title,
            "author": author_data(self),
            "publisher": issuer,
        }
        if self.last_published_at:
            known["dateModified"] = self.last_published_at.isoformat()
        if self.original_url:
            known["isBasedOn"] = self.original_url
        return {**known, "datePublished": self.date.isoformat()}

    @property
    def original_site(self) -> str:
        """Where the original is, as short as readers know it."""
        return (urlsplit(self.original_url).hostname or "").removeprefix("www.")

    def clean(self) -> None:
        super().clean()
        if not all(is_offered(contact, self) for contact in self.press_contacts.all()):
            message = _("Choose press contacts of your own organisation, in the page’s language.")
            raise ValidationError({"press_contacts": message})

    def copy_for_translation(self, locale: Locale, *args: Any, **kwargs: Any) -> "NewsPage":
        """A translation names the same desks as its own language does."""
        page: NewsPage = super().copy_for_translation(locale, *args, **kwargs)
        page.press_contacts.set(same_contacts_in(locale, self.press_contacts.all()))
        page.save()
        return page

    @cached_property
    def contacts(self) -> list[PressContact]:
        if not self.is_press_release:
            return []
        return list(self.press_contacts.all()) or contacts_of_source(self)

    @cached_property
    def about(self) -> Any:
        """The organisation's texts, in the page's language or the best there is; or None."""
        issuer = publisher(self.organisation_id) if self.show_about else None
        if issuer is None:
            return None
        texts = (issuer.text_in(code) for code in (self.locale_code, settings.LANGUAGE_CODE))
        return next((text for text in texts if text and text.about), None)

    @cached_property
    def has_pictures(self) -> bool:
        return self.is_press_release and bool(self.image or press_pictures(self))

    @path("pictures/")
    def pictures(self, request: HttpRequest) -> HttpResponse:
        found = press_pictures(self) if self.is_press_release else []
        if not found:
            raise Http404
        context = {"pictures": found}
        return self.render(request, template="home/press_pictures.html", context_overrides=context)
