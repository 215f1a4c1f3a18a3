from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale

from alliance.base.models import User

from .enums import Role
from .models import MemberHomePage, MemberIndexPage, Membership, Organisation, OrganisationGroup

PAGE_PERMISSIONS = {
    Role.LEAD: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    Role.EDITOR: ("add_page", "change_page", "publish_page"),
    Role.CONTRIBUTOR: ("add_page", "change_page"),
}
# Wagtail asks for the permissions of its own image and document, whatever models replace them.
MEDIA_PERMISSIONS = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


@transaction.atomic
def provision_member(organisation: Organisation, index: MemberIndexPage) -> MemberHomePage:
    """Give an organisation its section, collection, groups and permissions.

    `index` is the directory in the source language. The section roots are drafts, one for
    each of the organisation's languages that has a directory. Run again, it adds what is
    missing and changes nothing else. Returns the root in the source language.
    """
    ensure_collection(organisation)
    root = ensure_root(organisation, index)
    for locale in Locale.objects.filter(language_code__in=organisation.languages):
        ensure_translated_root(root, locale, organisation)
    for role in Role:
        ensure_group(organisation, role)
    return root


def ensure_collection(organisation: Organisation) -> Collection:
    if organisation.collection is None:
        collection = Collection(name=str(organisation))
        organisation.collection = Collection.get_first_root_node().add_child(instance=collection)
        organisation.save(update_fields=["collection"])
    return organisation.collection


def ensure_root(organisation: Organisation, index: MemberIndexPage) -> MemberHomePage:
    found = MemberHomePage.objects.filter(organisation=organisation, locale=index.locale).first()
    if found:
        return found
    root = MemberHomePage(
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


def ensure_group(organisation: Organisation, role: Role) -> Group:
    link = OrganisationGroup.objects.filter(organisation=organisation, role=role).first()
    if link is None:
        group, _ = Group.objects.get_or_create(name=f"{organisation.slug}: {role.value}")
        link = OrganisationGroup.objects.create(organisation=organisation, role=role, group=group)
    grant(link.group, organisation, role)
    return link.group


def grant(group: Group, organisation: Organisation, role: Role) -> None:
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for root in MemberHomePage.objects.filter(organisation=organisation):
        grant_pages(group, root, role)
    for app_label, codenames in MEDIA_PERMISSIONS.items():
        for permission in permissions(app_label, codenames):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=organisation.collection, permission=permission
            )


def grant_pages(group: Group, root: MemberHomePage, role: Role) -> None:
    """What a role may do in a section in one language."""
    for permission in permissions("wagtailcore", PAGE_PERMISSIONS[role]):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def permissions(app_label: str, codenames: Iterable[str]) -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames)


def sync_groups(user: User) -> None:
    """Make a person's groups those that the memberships give, and leave all others alone."""
    wanted = {
        link.group_id
        for membership in user.memberships.all()
        for link in OrganisationGroup.objects.filter(
            organisation_id=membership.organisation_id, role=membership.role
        )
    }
    derived = set(OrganisationGroup.objects.values_list("group_id", flat=True))
    present = set(user.groups.values_list("pk", flat=True)) & derived
    user.groups.add(*(wanted - present))
    user.groups.remove(*(present - wanted))


def add_membership(user: User, organisation: Organisation, role: Role) -> Membership:
    """Give a person a role, in place of the one they had in this organisation."""
    membership, _ = Membership.objects.update_or_create(
        user=user, organisation=organisation, defaults={"role": role}
    )
    return membership
