"""Who signs in to the demonstration, all with the same password."""

from django.contrib.auth.models import Group, Permission
from django.utils.module_loading import import_string
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page

from alliance.base.models import User
from members.enums import Role
from members.models import Organisation
from members.services import MEDIA_PERMISSIONS, PAGE_PERMISSIONS, add_membership, permissions

from .errors import Mistake
from .references import References
from .source import Entry

# By string, since neither of the two may import the other.
APPOINT_TRANSLATOR = "alliance.translation.services.appoint_translator"
PASSWORD = "libraries"  # noqa: S105 - known to everyone, and refused in production
ALLIANCE_MODELS = ("organisation", "topic")


def load_person(entry: Entry, references: References, locales: dict[str, Locale]) -> None:
    names = {"first_name": entry["first_name"], "last_name": entry["last_name"]}
    email = f"{entry.key}@example.org"
    kind = entry["kind"]
    if kind == "administrator":
        User.objects.create_superuser(email, PASSWORD, **names)
        return
    user = User.objects.create_user(email, PASSWORD, **names)
    if kind == "alliance":
        user.groups.add(alliance_group())
    elif kind == "member":
        organisation = references.get(Organisation, entry["organisation"], "")
        add_membership(user, organisation, Role(entry["role"]))
    elif kind == "translator" and entry["language"] in locales:
        import_string(APPOINT_TRANSLATOR)(user, locales[entry["language"]])
    else:
        raise Mistake(f"there is no “{kind}” for {entry.get('language', 'any language')}")


def alliance_group() -> Group:
    """Those who work for the alliance: all pages, all pictures, organisations and topics."""
    group, made = Group.objects.get_or_create(name="alliance editors")
    if not made:
        return group
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for name in ALLIANCE_MODELS:
        group.permissions.add(*Permission.objects.filter(content_type__model=name))
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    for permission in permissions("wagtailcore", PAGE_PERMISSIONS[Role.LEAD]):
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    for app_label, codenames in MEDIA_PERMISSIONS.items():
        for permission in permissions(app_label, codenames):
            GroupCollectionPermission.objects.create(
                group=group, collection=collection, permission=permission
            )
    return group
