from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Locale

from alliance.base.models import BasePage, User

from .collections import ensure_collection, ensure_private_collection, ensure_shared_collection
from .enums import Role
from .grants import ensure_group, grant_choice
from .members_only import members_group
from .models import MemberHomePage, Membership, Organisation, OrganisationGroup, ProgrammeHomePage
from .workflows import ensure_workflow


@transaction.atomic
def provision_member(organisation: Organisation, index: BasePage) -> MemberHomePage:
    """Give an organisation its section, collection, groups and permissions.

    `index` is the directory in the source language, or the list of joint programmes. The section
    roots are drafts, one for each of the organisation's languages that has a directory. Run again,
    it adds what is missing and changes nothing else. Returns the root in the source language.
    """
    ensure_collection(organisation)
    root = ensure_root(organisation, index)
    for locale in Locale.objects.filter(language_code__in=organisation.languages):
        ensure_translated_root(root, locale, organisation)
    ensure_private_collection(organisation, ensure_groups(organisation))
    ensure_workflow(organisation)
    return root


def ensure_groups(organisation: Organisation) -> list[Group]:
    groups = [ensure_group(organisation, role) for role in Role]
    if shared := ensure_shared_collection():
        for group in groups:
            grant_choice(group, shared)
    return groups


def ensure_root(organisation: Organisation, index: BasePage) -> MemberHomePage:
    found = MemberHomePage.objects.filter(organisation=organisation, locale=index.locale).first()
    if found:
        return found
    model = ProgrammeHomePage if organisation.is_programme else MemberHomePage
    root = model(
        slug=organisation.slug,
        organisation=organisation,
        live=False,
        show_in_menus=True,
        locale=index.locale,
    )
    name_root(root, organisation)
    index.add_child(instance=root)
    root.save_revision()
    return root


def name_root(root: MemberHomePage, organisation: Organisation) -> None:
    """Begin with the words that the organisation has in the root's language."""
    text = organisation.text_in(root.locale.language_code)
    root.title = root.draft_title = text.name if text else root.slug
    root.summary = text.description[:300] if text else ""


def ensure_translated_root(
    root: MemberHomePage, locale: Locale, organisation: Organisation
) -> MemberHomePage | None:
    """The root in another language, once the directory itself exists there."""
    if found := root.get_translation_or_none(locale):
        return found
    if root.get_parent().get_translation_or_none(locale) is None:
        return None
    translated = root.copy_for_translation(locale)
    name_root(translated, organisation)
    translated.save()
    translated.save_revision()
    return translated


def sync_groups(user: User) -> None:
    """Make a person's groups those that the memberships give, and leave all others alone."""
    memberships = list(user.memberships.select_related("organisation"))
    wanted = {
        link.group_id
        for membership in memberships
        for link in OrganisationGroup.objects.filter(
            organisation_id=membership.organisation_id, role=membership.role
        )
    }
    everyone = members_group().pk
    # A programme's team may know somebody who belongs to no member.
    if any(not membership.organisation.is_programme for membership in memberships) and wanted:
        wanted.add(everyone)
    derived = {everyone, *OrganisationGroup.objects.values_list("group_id", flat=True)}
    present = set(user.groups.values_list("pk", flat=True)) & derived
    user.groups.add(*(wanted - present))
    user.groups.remove(*(present - wanted))


def add_membership(user: User, organisation: Organisation, role: Role) -> Membership:
    """Give a person a role, in place of the one they had in this organisation."""
    membership, _ = Membership.objects.update_or_create(
        user=user, organisation=organisation, defaults={"role": role}
    )
    return membership
