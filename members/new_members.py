"""How a member or a joint programme is added: one way, by form, by command or from a file."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page

from alliance.base.models import BasePage

from .enums import Moderation, Role
from .hostnames import give_hostname
from .invitations import invite
from .models import MemberIndexPage, Organisation, OrganisationText, ProgrammeIndexPage
from .services import provision_member


class NoDirectoryError(Exception):
    """There is no directory of members, or list of programmes, for the section to stand in."""


@dataclass(frozen=True)
class NewMember:
    name: str
    slug: str
    kinds: list[str] = field(default_factory=list)
    nations: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=lambda: [settings.LANGUAGE_CODE])
    people: list[str] = field(default_factory=list)  # addresses of those who will lead it
    moderation: str = Moderation.NONE
    hostname: str = ""
    run_by: list[Organisation] = field(default_factory=list)  # it is a programme of these

    @property
    def is_programme(self) -> bool:
        return bool(self.run_by)


@transaction.atomic
def add_member(new: NewMember) -> Organisation:
    """Make the tenant, its section and its people; again, add only what is missing.

    Raises NoDirectoryError where the site has no directory of members yet, and
    HostnameTakenError where somebody else was given the host name meanwhile.
    """
    index = locked_directory(ProgrammeIndexPage if new.is_programme else MemberIndexPage)
    organisation = ensure_organisation(new)
    provision_member(organisation, index)
    if new.hostname:
        give_hostname(organisation, new.hostname)
    for address in new.people:
        invite(address, organisation, Role.LEAD)
    return organisation


def locked_directory(model: type[BasePage]) -> BasePage:
    """Two who add members at the same time wait for each other, so that neither half fails."""
    directories = model.objects.filter(locale=Locale.get_default())
    directory = directories.order_by("path").first()
    if directory is None:
        raise NoDirectoryError
    Page.objects.select_for_update().get(pk=directory.pk)
    found: BasePage = model.objects.get(pk=directory.pk)
    return found


def ensure_organisation(new: NewMember) -> Organisation:
    """A partner that joins the alliance keeps what is known of it."""
    found = Organisation.objects.filter(slug=new.slug).first()
    if found:
        if not found.is_member and not found.is_programme:
            found.is_member = True
            found.save(update_fields=["is_member"])
        return found
    facts: dict[str, Any] = {"kinds": new.kinds, "nations": new.nations}
    facts |= {"languages": new.languages, "moderation": new.moderation}
    facts |= {"is_member": not new.is_programme, "is_programme": new.is_programme}
    organisation = Organisation.objects.create(slug=new.slug, **facts)
    organisation.run_by.set(new.run_by)
    organisation.save()
    locale = Locale.get_default()
    OrganisationText.objects.create(organisation=organisation, locale=locale, name=new.name)
    return organisation
