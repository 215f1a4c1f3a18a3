"""What a member's home page shows of its section."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, Prefetch, When, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import get_page_models

from alliance.base import tree as trees
from alliance.base.enums import PageKind
from alliance.base.models import AllianceRendition, BasePage

from .models import MemberHomePage, Organisation

LATEST = 3
RENDITIONS = Prefetch(
    "image__renditions", AllianceRendition.objects.all(), to_attr="prefetched_renditions"
)


@dataclass(frozen=True)
class Latest:
    news: list[BasePage]
    events: list[BasePage]
    reports: list[BasePage]


def latest_from(page: MemberHomePage) -> Latest:
    """The newest of each kind, and of events those that come next; all in one query."""
    models = [model for model in get_page_models() if kind_of(model) in UPDATES]
    pages = BasePage.objects.listable().filter(organisation_id=page.organisation_id)
    pages = pages.type(*models).in_locale_or_source(page.locale)
    pages = pages.annotate(rank=Window(RowNumber(), ["content_type"], soonest_then_newest()))
    pages = pages.filter(rank__lte=LATEST).order_by("rank")
    found = list(pages.select_related("locale", "image").prefetch_related(RENDITIONS))
    for card in found:
        card.organisation = None  # whose it is goes without saying here
    return Latest(*([card for card in found if card.specific_kind == kind] for kind in UPDATES))


UPDATES = (PageKind.NEWS, PageKind.EVENT, PageKind.REPORT)


def kind_of(model: type[Any]) -> PageKind | None:
    return getattr(model, "kind", None)


def soonest_then_newest() -> list[Any]:
    coming = Case(When(listing_date__gte=timezone.now(), then=F("listing_date")))
    return [coming.asc(nulls_last=True), F("listing_date").desc(nulls_last=True)]


def held_organisation(request: HttpRequest, pk: int) -> Organisation:
    """An organisation with its texts and contacts, in memory until one of them changes."""
    organisations = Organisation.objects.select_related("logo").with_texts()
    return trees.for_request(request).keep(
        ("organisation", pk), lambda: organisations.prefetch_related("press_contacts").get(pk=pk)
    )
