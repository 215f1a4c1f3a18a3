"""Links that show a draft or a private document to someone without an account, for a while."""

from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from .models import AllianceDocument, BasePage, ExpiringLink, User

MADE, REVOKED = "alliance.make_link", "alliance.revoke_link"
Thing = BasePage | AllianceDocument
# A copy of the database alone opens nothing: each address is signed with the site's secret, too.
signer = Signer(sep=".", salt="alliance.base.expiring_links")


class UnknownLinkError(Exception):
    """The address never was one of ours."""


class LinkOverError(Exception):
    """It has ended, was revoked, or shows what is there no more."""


def user_can_share(user: User, thing: Thing) -> bool:
    """Whoever may change a thing may show it, and end what others show of it."""
    if not user.is_active:
        return False
    if isinstance(thing, BasePage):
        return not thing.alias_of_id and thing.permissions_for_user(user).can_edit()
    policy = policy_registry.get_by_type(AllianceDocument)
    return bool(policy.user_has_permission_for_instance(user, "change", thing))


def make_link(thing: Thing, user: User, days: int) -> ExpiringLink:
    ends_at = timezone.now() + timedelta(days=days)
    place = {ExpiringLink.place_of(thing): thing}
    link = ExpiringLink.objects.create(made_by=user, ends_at=ends_at, **place)
    log(thing, MADE, user=user, data={"ends": ends_at.isoformat()})
    return link


def revoke(link: ExpiringLink, user: User) -> None:
    thing = link.thing
    link.delete()
    log(thing, REVOKED, user=user)


def address_of(link: ExpiringLink, request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("expiring_link", args=[signer.sign(link.key)]))


def find_link(token: str) -> ExpiringLink:
    """Raises UnknownLinkError and LinkOverError. A link is as good as the rights of its maker."""
    try:
        key = signer.unsign(token)
    except BadSignature as error:
        raise UnknownLinkError from error
    links = ExpiringLink.objects.open().select_related("page", "document", "made_by")
    link = links.filter(key=key).first()
    if link is None or not user_can_share(link.made_by, link.thing):
        raise LinkOverError
    return link


def revoke_links_of(organisation_id: int, collections: list[int | None]) -> None:
    """All that a member showed, once it has left."""
    theirs = Q(page__organisation=organisation_id) | Q(document__collection__in=collections)
    ExpiringLink.objects.filter(theirs).delete()


def purge_links() -> int:
    deleted, _ = ExpiringLink.objects.filter(ends_at__lte=timezone.now()).delete()
    return deleted
