from django.db.models import QuerySet
from wagtail.models import Locale, Page

from alliance.base.models import BasePage, User


def user_can_hand_on(user: User, source: Page) -> bool:
    """wagtail-localize asks whether a person may translate at all, but not which page."""
    may_translate = user.has_perm("wagtail_localize.submit_translation")
    return may_translate and source.permissions_for_user(user).can_edit()


def locales_offered(user: User, page: Page) -> QuerySet[Locale]:
    """In which languages a person may have a page translated: staff in all of them,
    translators in their own, and then only what everybody can read."""
    if user_can_hand_on(user, page):
        return Locale.objects.all()
    is_public = BasePage.objects.listable().filter(pk=page.pk).exists()
    homes = Page.objects.filter(depth=2) if is_public else []
    own = [home.locale_id for home in homes if home.permissions_for_user(user).can_publish()]
    return Locale.objects.filter(pk__in=own)
