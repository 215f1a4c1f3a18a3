"""What a member's home page shows of its section."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, When, Window, prefetch_related_objects
from django.db.models.functions import RowNumber
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import get_page_models

from alliance.base import tree as trees
from alliance.base.enums import PageKind
from alliance.base.models import BasePage

from .models import MemberHomePage, Organisation

LATEST = 3


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
    found = list(pages.select_related("locale").with_pictures())
    for card in found:
        card.organisation = None  # whose it is goes without saying here
    return Latest(*([card for card in found if card.specific_kind == kind] for kind in UPDATES))


UPDATES = (PageKind.NEWS, PageKind.EVENT, PageKind.REPORT)


def kind_of(model: type[Any]) -> PageKind | None:
    return getattr(model, "kind", None)


def soonest_then_newest() -> list[Any]:
    coming = Case(When(listing_date__gte=timezone.now(), then=F("listing_date")))
    return [coming.asc(nulls_last=True), F("listing_date").desc(nulls_last=True)]


def held_organisation(request: HttpRequest, organisation: Organisation) -> Organisation:
    """An organisation with its texts and contacts, in memory until one of them changes."""

    def read() -> Organisation:
        prefetch_related_objects([organisation], "texts", "press_contacts")
        return organisation

    return trees.for_request(request).keep(("organisation", organisation.pk), read)
