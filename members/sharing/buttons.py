"""What the editor of a page says of sharing it."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from alliance.base.models import User
from alliance.base.own_words import gettext as _

from ..enums import AdoptionState
from ..models import Adoption, Offer
from .permissions import adoptions_of, user_can_offer


def sharing_buttons(page: Any, user: User) -> Iterator[Button]:
    if not getattr(page.specific_class, "is_sharable", False):
        return
    page = page.specific
    if page.original_key:
        if adoption := adoptions_of(user).filter(page=page).first():
            url = reverse("adoptions:compare", args=[adoption.pk])
            yield Button(_("Compare with the original"), url, icon_name="view", priority=40)
    elif page.live and user_can_offer(user, page):
        yield from offering_buttons(page)


def offering_buttons(page: Any) -> Iterator[Button]:
    offered = Offer.objects.filter(
        translation_key=page.translation_key, organisation=page.organisation_id
    )
    if offered.exists():
        url = reverse("offers:withdraw", args=[page.pk])
        yield Button(_("Withdraw the offer"), url, icon_name="group", priority=40)
    else:
        url = reverse("offers:offer", args=[page.pk])
        yield Button(_("Offer to the network"), url, icon_name="group", priority=40)


def say_how_the_original_is(request: HttpRequest, page: Page) -> None:
    """At the head of the editor, where whoever works on the copy cannot miss it."""
    if request.method != "GET" or not getattr(page, "original_key", None):
        return
    adoption = Adoption.objects.with_state().filter(page=page.pk).first()
    if adoption is None or adoption.state == AdoptionState.CURRENT:
        return
    url = reverse("adoptions:compare", args=[adoption.pk])
    shown = [messages.button(url, _("Look at it"))]
    said = {
        AdoptionState.CHANGED: _("The original of this page has changed."),
        AdoptionState.NOT_OFFERED: _("The original of this page is no longer offered."),
        AdoptionState.WITHDRAWN: _("The original of this page was withdrawn."),
    }
    messages.warning(request, said[AdoptionState(adoption.state)], buttons=shown)
