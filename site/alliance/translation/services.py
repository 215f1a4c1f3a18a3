from collections.abc import Iterable

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


def withdraw_aliases(page: Page, locales: Iterable[Locale], user: User) -> None:
    """Take away what only repeats the page, before its translation begins in its place:
    wagtail-localize would leave it public, with the words of the source."""
    aliases = Page.objects.translation_of(page).filter(alias_of__isnull=False)
    for alias in aliases.filter(locale__in=locales):
        alias.specific.unpublish(user=user)
