"""What happens to a page in the source language happens to its translations.

wagtail-localize leaves this out, so a withdrawn page would live on in other languages.
"""

from wagtail.models import Page
from wagtail.query import PageQuerySet

from alliance.base.models import User

from .services import source_locale_id


def cascade(page: Page, action: str) -> PageQuerySet:
    translations: PageQuerySet = Page.objects.translation_of(page, inclusive=False)
    if page.locale_id != source_locale_id():
        return translations.none()
    return translations.filter(alias_of__isnull=True) if action == "unpublish" else translations


def move_along(page: Page, destination: Page, user: User) -> None:
    """To the destination in each language that has it, from beside where the page is."""
    beside = page.get_parent().get_translations()
    for translation in cascade(page, "move"):
        target = destination.get_translation_or_none(translation.locale)
        free = target and Page._slug_is_available(translation.slug, target, page=translation)
        if free and translation.get_parent() in beside:
            translation.move(target, pos="last-child", user=user)
