"""A member's own host name: a Wagtail site whose root is the section. The site is the truth."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import DomainNameValidator, validate_ipv46_address
from django.db import IntegrityError, transaction
from wagtail.log_actions import log
from wagtail.models import Locale, Site

from alliance.base.models import User
from alliance.base.own_words import gettext_lazy as _

from .models import MemberHomePage, Organisation

HOSTNAME = "alliance.hostname"


class HostnameTakenError(Exception):
    """Somebody gave the name to another at the same moment, or there is no section for it."""


def site_of(organisation: Organisation) -> Site | None:
    roots = MemberHomePage.objects.filter(organisation=organisation)
    return Site.objects.filter(root_page__in=roots, is_default_site=False).first()


def hostname_of(organisation: Organisation) -> str:
    site = site_of(organisation)
    return site.hostname if site else ""


def clean_hostname(typed: str, slug: str = "") -> str:
    """As browsers ask for it. `slug`: of the member who may have it already.

    Raises ValidationError.
    """
    name = typed.strip().rstrip(".").lower()
    if not name:
        return ""
    if "/" in name or ":" in name or "@" in name:
        raise ValidationError(_("Give the name alone, without https:// and what follows it."))
    refuse_numbers(name)
    try:
        name = name.encode("idna").decode()
        DomainNameValidator(accept_idna=False)(name)
    except (UnicodeError, ValidationError) as error:
        raise ValidationError(
            _("This is no host name. Write it as library.example.org.")
        ) from error
    if name in alliance_names():
        raise ValidationError(_("This is the alliance’s own host name."))
    taken = Site.objects.filter(hostname__iexact=name)
    own = MemberHomePage.objects.filter(organisation__slug=slug)
    if taken.exclude(root_page__in=own).exists():
        raise ValidationError(_("Another site has this host name already."))
    return name


def refuse_numbers(name: str) -> None:
    try:
        validate_ipv46_address(name)
    except ValidationError:
        return
    raise ValidationError(_("This is an address in numbers. Give the name that leads to it."))


def alliance_names() -> set[str]:
    """Those that are let in without a site, and that of the admin."""
    allowed = {name.lstrip(".").lower() for name in settings.ALLOWED_HOSTS}
    return allowed | {urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or ""}


@transaction.atomic
def give_hostname(organisation: Organisation, name: str, user: User | None = None) -> bool:
    """Give, change or, with an empty name, take away; says whether that changed anything.

    Raises HostnameTakenError.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    site = site_of(organisation)
    before = site.hostname if site else ""
    if name == before:
        return False
    if site and not name:
        site.delete()
    else:
        save_site(site or new_site(organisation), name)
    log(organisation, HOSTNAME, user=user, data={"before": before, "after": name})
    return True


def new_site(organisation: Organisation) -> Site:
    roots = MemberHomePage.objects.filter(organisation=organisation)
    root = roots.filter(locale=Locale.get_default()).first() or roots.first()
    if root is None:
        raise HostnameTakenError
    default: Any = Site.objects.filter(is_default_site=True).first()
    return Site(root_page=root, port=default.port if default else 443)


def save_site(site: Site, name: str) -> None:
    site.hostname = name
    try:
        with transaction.atomic():
            site.save()
    except IntegrityError as error:
        raise HostnameTakenError from error
