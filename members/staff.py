"""Those who work for the alliance itself, and not for one of its members."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from alliance.base.models import User

from .enums import Role
from .grants import MEDIA_PERMISSIONS, PAGE_PERMISSIONS, permissions
from .workflows import ALLIANCE_GROUP

WHOLE_SITE = (
    Q(content_type__app_label="wagtailadmin", codename="access_admin")
    | Q(content_type__app_label="members", content_type__model__in=["organisation", "application"])
    | Q(content_type__app_label="base", content_type__model="topic")
    # It holds for every page. That is no more than an alliance editor may do anyway.
    | Q(content_type__app_label="wagtail_localize", codename="submit_translation")
)


@transaction.atomic
def appoint_alliance_editor(user: User) -> Group:
    """Give a person all pages, pictures, organisations and topics; other people stay the
    administrator's. Run again, it adds what is missing."""
    group, _ = Group.objects.get_or_create(name=ALLIANCE_GROUP)
    group.permissions.add(*Permission.objects.filter(WHOLE_SITE))
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    for permission in permissions("wagtailcore", PAGE_PERMISSIONS[Role.LEAD]):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    for app_label, codenames in MEDIA_PERMISSIONS.items():
        for permission in permissions(app_label, codenames):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )
    user.groups.add(group)
    return group
