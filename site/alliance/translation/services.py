from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Locale, Page, Site

from alliance.base.models import User

PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page")


def source_locale_id() -> int:
    """Translations follow their source; the source follows nothing."""
    return Locale.get_default().pk


@transaction.atomic
def appoint_translator(user: User, locale: Locale) -> Group:
    """Let a person edit and publish every page in one language, and no page in any other."""
    group, _ = Group.objects.get_or_create(name=f"translators: {locale.language_code}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    keys = Site.objects.values_list("root_page__translation_key", flat=True)
    roots = Page.objects.filter(locale=locale, translation_key__in=keys)
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=PAGE_PERMISSIONS
    )
    for root in roots:
        for permission in permissions:
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    user.groups.add(group)
    return group
