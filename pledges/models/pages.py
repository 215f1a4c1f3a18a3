from typing import Any, Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from alliance.base.blocks import body_field
from alliance.base.enums import PageKind
from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _
from alliance.base.queries import BasePageQuerySet
from alliance.base.rich_text import SHORT_TEXT_FEATURES

from .action import Action


class PledgeIndexPage(BasePage):
    """All pledges, as covers on a shelf."""

    kind = PageKind.INDEX
    schema_type = "CollectionPage"
    page_description = _("Shows all pledges, each with its progress.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pledges.PledgePage"]
    max_count_per_parent = 1

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("A few lines above the pledges. Their progress is counted from their plans."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("list of pledges")
        verbose_name_plural = _("lists of pledges")


class PledgeQuerySet(BasePageQuerySet):
    def with_facts_page(self) -> Self:
        """Say which page holds the facts of each: the one in the source language, if any."""
        source = Page.objects.filter(
            translation_key=OuterRef("translation_key"),
            locale__language_code=settings.LANGUAGE_CODE,
        )
        return self.annotate(facts_page_id=Coalesce(Subquery(source.values("pk")), F("pk")))

    def in_order(self) -> Self:
        return self.order_by("number", "path")


class PledgePage(BasePage):
    """A promise, the reason for it, and a plan of action that anyone can check."""

    kind = PageKind.PLEDGE
    page_description = _("A promise and its plan of action.")
    parent_page_types = ["pledges.PledgeIndexPage"]
    subpage_types: list[str] = []

    number = models.PositiveSmallIntegerField(
        _("number"),
        null=True,  # as long as it is a draft
        validators=[MinValueValidator(1)],
        help_text=_("Shown large on the cover; the pledges stand in this order."),
    )
    promise = RichTextField(
        _("promise"),
        features=SHORT_TEXT_FEATURES,
        help_text=_("What is promised, in one sentence that begins “We will”."),
    )
    why = RichTextField(
        _("why"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("Why it matters to readers, in a few lines."),
    )
    body = body_field()

    objects = PageManager.from_queryset(PledgeQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("number")]),
        FieldPanel("promise"),
        FieldPanel("why"),
        FieldPanel("body"),
        InlinePanel(
            "actions",
            heading=_("Plan of action"),
            label=_("Action"),
            help_text=_("Progress is counted from the milestones; nobody types it in."),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("promise"),
        index.SearchField("why"),
        index.SearchField("body"),
        index.RelatedFields("actions", Action.search_fields),
        index.FilterField("number"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("number", overridable=False),
    ]

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..plans import plan_for

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "plan": plan_for(request, self)}
