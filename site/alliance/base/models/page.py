from datetime import date, datetime, timedelta
from http import HTTPMethod
from typing import Any, ClassVar, Self

from django import forms
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction, Revision, get_page_models
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from ..enums import PageKind
from ..own_words import gettext_lazy as _
from ..page_form import PageForm
from ..queries import BasePageManager
from ..root_paths import RootPaths
from ..unfinished import SCHEDULED, UnfinishedError, hold_back, unfinished_parts
from .asked import asked
from .credit import SharedPage
from .relations import CountedManyToManyField

PICTURE_PANEL = MultiFieldPanel(
    [FieldPanel("image"), FieldPanel("image_alt"), FieldPanel("image_is_decorative")],
    heading=_("Picture"),
)
MENU_PANEL = MultiFieldPanel(
    [
        FieldPanel(
            "show_in_menus",
            help_text=_(
                "In the menu of the site, or of your section. The page must stand directly below "
                "its home page."
            ),
        ),
        FieldPanel("show_in_footer"),
    ],
    heading=_("Menus"),
)
ADDRESS_PANEL = MultiFieldPanel(
    [
        FieldPanel(
            "slug", help_text=_("The end of the page’s address. It is made from the title.")
        ),
        FieldPanel(
            "seo_title", help_text=_("Only if search engines are to show another title than yours.")
        ),
        FieldPanel(
            "search_description",
            help_text=_("Only if search engines are to show other words than the summary."),
        ),
    ],
    heading=_("Address and search engines"),
)


REVIEW_PANEL = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_due")])], heading=_("Review")
)
REVIEW_AFTER = timedelta(days=365)


class BasePage(SharedPage, Page):
    """What every page of the site has. A table of its own, so that a list over all page
    types needs one query and no `.specific`."""

    kind: ClassVar[PageKind] = PageKind.PAGE
    schema_type: ClassVar[str] = "WebPage"
    is_lasting: ClassVar[bool] = True  # what has a date of its own need not stay true for ever
    is_creatable = False
    # Whether it can be offered to other members, and which of its fields each keeps as its own.
    is_sharable: ClassVar[bool] = False
    not_shared: ClassVar[tuple[str, ...]] = (
        "organisation",
        "listing_date",
        "show_in_footer",
        "own_section_only",
        "original_key",
        "original_publisher",
        "reviewed_on",
        "reviewed_by",
        "review_due",
        "due_for_review",
    )
    base_form_class = PageForm
    is_deferred_validation = False  # set by the form that saves or previews a draft
    # A page type that takes a form adds POST, and checks where the form comes from.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    organisation = models.ForeignKey(
        "members.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Whose section this page is in; none for the alliance's own pages."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences. Shown in lists, in search results and to share."),
    )
    image = models.ForeignKey(
        "base.AllianceImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown at the head of the page and on its card."),
    )
    image_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("Say what the picture shows, for readers who cannot see it."),
    )
    image_is_decorative = models.BooleanField(
        _("the picture is decorative"),
        default=False,
        help_text=_("Tick this if the picture says nothing that the words do not."),
    )
    topics = CountedManyToManyField(
        "base.Topic",
        verbose_name=_("topics"),
        blank=True,
        related_name="pages",
        help_text=_("The page of each topic that you tick lists this page, too."),
    )
    show_in_footer = models.BooleanField(
        _("show in footer"),
        default=False,
        help_text=_("For pages that every page must lead to, such as the privacy notice."),
    )
    own_section_only = models.BooleanField(
        _("keep this in our own section"),
        default=False,
        help_text=_("The alliance’s lists, feeds and home page then leave it out."),
    )
    original_key = models.UUIDField(null=True, blank=True, editable=False, db_index=True)
    original_publisher = models.CharField(max_length=255, blank=True, editable=False)
    listing_date = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    reviewed_on = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        help_text=_("When somebody last read it through and found it right."),
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewed by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who found it right."),
    )
    review_due = models.DateField(
        _("next review"),
        null=True,
        blank=True,
        help_text=_(
            "When to read it through again. If this is empty, a lasting page is due a year after "
            "it was published or reviewed; news, events and reports are not."
        ),
    )
    due_for_review = models.DateField(null=True, blank=True, editable=False)

    objects = BasePageManager()

    content_panels = [*Page.content_panels, FieldPanel("summary"), PICTURE_PANEL]
    promote_panels = [
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        MENU_PANEL,
        ADDRESS_PANEL,
    ]
    settings_panels = [REVIEW_PANEL, *Page.settings_panels]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.FilterField("organisation"),
        index.FilterField("listing_date"),
        index.FilterField("review_due"),
    ]
    override_translatable_fields = [
        TranslatableField("slug"),
        SynchronizedField("image", overridable=False),
        SynchronizedField("image_is_decorative", overridable=False),
        SynchronizedField("show_in_footer", overridable=False),
        SynchronizedField("topics", overridable=False),
        SynchronizedField("review_due", overridable=False),
        SynchronizedField("own_section_only", overridable=False),
    ]

    class Meta:
        verbose_name = _("page")
        indexes = [
            models.Index("organisation", "listing_date", name="page_by_organisation"),
            models.Index("organisation", "due_for_review", name="page_by_review"),
        ]

    def get_listing_date(self) -> datetime | None:
        """When this page counts as new in lists; page types with a date of their own say so."""
        return self.first_published_at

    def get_due_for_review(self) -> date | None:
        """From which day on it is among the pages to read through again."""
        if not self.live or self.alias_of_id:
            return None
        if self.review_due:
            return self.review_due
        published = self.last_published_at and timezone.localdate(self.last_published_at)
        seen = [day for day in (self.reviewed_on, published) if day]
        return max(seen) + REVIEW_AFTER if seen and self.is_lasting else None

    def get_structured_data(self) -> dict[str, Any]:
        """What schema.org knows of this page type, beside name, address and language."""
        return {}

    def get_section_organisation_id(self) -> int | None:
        """A page belongs to whom its parent belongs; section roots say otherwise."""
        parent = self.get_parent()
        row = BasePage.objects.filter(pk=parent.pk).values_list("organisation_id") if parent else ()
        return next((organisation_id for (organisation_id,) in row), None)

    def faults(self) -> dict[str, Any]:
        """What keeps readers from seeing the page, by the field to mend it in."""
        faults: dict[str, Any] = {}
        if self.image_id and not self.image_is_decorative and not self.image_alt.strip():
            faults["image_alt"] = _("Describe the picture, or tick that it is decorative.")
        if self.reviewed_on and self.review_due and self.review_due <= self.reviewed_on:
            faults["review_due"] = _("The next review comes after the last one.")
        return faults

    def clean(self) -> None:
        """A draft may have faults; what is published, scheduled or submitted may not."""
        super().clean()
        if not self.is_deferred_validation and (faults := self.faults()):
            raise ValidationError(faults)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding and self.depth and self.depth > 1:
            self.organisation_id = self.get_section_organisation_id()
        self.listing_date = self.get_listing_date()
        self.due_for_review = self.get_due_for_review()
        super().save(*args, **kwargs)

    def publish(self, revision: Revision, *, log_action: bool | str = True, **kwargs: Any) -> None:
        parts = unfinished_parts(revision.as_object())
        if parts and log_action == SCHEDULED:
            hold_back(self, revision, parts)
        elif parts:
            raise UnfinishedError(self, parts)
        else:
            super().publish(revision, log_action=log_action, **kwargs)

    def with_content_json(self, content: Any) -> Self:
        """A draft from before a move does not bring back the section that the page has left."""
        draft = super().with_content_json(content)
        draft.organisation_id = self.organisation_id
        draft.original_key = self.original_key
        draft.original_publisher = self.original_publisher
        return draft

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.alias_of_id:
            return redirect(self.alias_of.get_url(request) or "/")
        return super().serve(request, *args, **kwargs)

    def get_url(self, request: HttpRequest | None = None, current_site: Any = None) -> Any:
        """Where a template asks without the request, too, the address fits the host it is on."""
        return super().get_url(request or asked.get(), current_site)

    url = property(get_url)

    def _get_site_root_paths(self, cache_object: Any = None, **kwargs: Any) -> Any:
        """Only those that concern the page: Wagtail goes through all of them for each address."""
        found = super()._get_site_root_paths(cache_object, **kwargs)
        return found.near(self.url_path) if isinstance(found, RootPaths) else found

    def get_view_restrictions(self) -> Any:
        """Those found with the page, when it was routed to; else as Wagtail looks them up."""
        held: list[PageViewRestriction] | None = getattr(self, "held_restrictions", None)
        return super().get_view_restrictions() if held is None else held

    def hold_renditions(self, rows: list[dict[str, Any]]) -> None:
        if self.image:
            self.image.hold_renditions(rows)

    picture_renditions = property(fset=hold_renditions)  # set by `with_pictures()`

    @cached_property
    def specific_kind(self) -> PageKind:
        # All page types at once, and only once a process: a list shows several.
        types = ContentType.objects.get_for_models(*get_page_models())
        models = {found.pk: model for model, found in types.items()}
        return getattr(models.get(self.content_type_id), "kind", PageKind.PAGE)

    @property
    def kind_label(self) -> str:
        return str(self.specific_kind.label)

    @property
    def locale_code(self) -> str:
        return self.locale.language_code

    @property
    def organisation_text(self) -> Any:
        """The organisation's texts in the page's language, or the best there is; or None."""
        return self.organisation.text_in(self.locale_code) if self.organisation else None

    @property
    def organisation_name(self) -> str:
        return self.organisation_text.name if self.organisation_text else ""

    @property
    def publisher_name(self) -> str:
        """Whose words these are: a page of no member is the alliance's."""
        return self.organisation_name or gettext("Libraries Alliance")
