"""Offers, and the pages that they stand for."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from wagtail.log_actions import log

from alliance.base.models import BasePage, User

from ..models import Offer

OFFER, WITHDRAW = "alliance.offer", "alliance.withdraw_offer"


def pages_of(offer: Offer) -> list[BasePage]:
    return pages_by_key([offer])[offer.translation_key]


def pages_by_key(offers: Iterable[Offer]) -> dict[UUID, list[BasePage]]:
    """What readers can see of each offer, in every language, in a fixed number of queries."""
    owners = {offer.translation_key: offer.organisation_id for offer in offers}
    pages = BasePage.objects.listable().filter(translation_key__in=owners, alias_of=None)
    found: dict[UUID, list[BasePage]] = defaultdict(list)
    pages = pages.select_related("locale", "organisation").order_by("path")
    for page in pages.prefetch_related(BasePage.objects.card_texts()):
        if page.organisation_id == owners[page.translation_key]:
            found[page.translation_key].append(page)
    return found


@transaction.atomic
def offer_page(page: BasePage, user: User, note: str = "") -> Offer:
    """Again, it changes the note."""
    facts: dict[str, Any] = {"organisation": page.organisation, "offered_by": user}
    offer, is_new = Offer.objects.get_or_create(
        translation_key=page.translation_key, defaults={**facts, "note": note}
    )
    if offer.organisation_id != page.organisation_id:  # given by whose section it was in before
        offer.organisation, offer.offered_by, is_new = page.organisation, user, True
    offer.note = note
    offer.save()
    if is_new:
        log(page, OFFER, user=user)
    return offer


@transaction.atomic
def withdraw_offer(page: BasePage, user: User) -> bool:
    """Copies that there are stay; nobody makes another, or takes over a later version."""
    deleted, _ = Offer.objects.filter(translation_key=page.translation_key).delete()
    if deleted:
        log(page, WITHDRAW, user=user)
    return bool(deleted)
