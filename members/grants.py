"""What Wagtail's groups let each role do in a section and its files."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from .enums import Role
from .models import MemberHomePage, Organisation, OrganisationGroup

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


def grant_choice(group: Group, collection: Collection) -> None:
    """To put files of others on one's own pages, but not to change them."""
    for app_label in MEDIA_PERMISSIONS:
        for permission in permissions(app_label, ("choose_image", "choose_document")):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )


def permissions(app_label: str, codenames: Iterable[str]) -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames)
