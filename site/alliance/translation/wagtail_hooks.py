from django.db.models import QuerySet
from wagtail import hooks
from wagtail.models import Page

from .services import source_locale_id


@hooks.register("construct_translated_pages_to_cascade_actions")
def cascade_to_translations(pages: list[Page], action: str) -> dict[Page, QuerySet[Page]]:
    """Unpublishing, moving or deleting a page does the same to its translations.

    wagtail-localize leaves this out, so a withdrawn page would live on in other languages.
    """
    return {page: cascade(page, action) for page in pages}


def cascade(page: Page, action: str) -> QuerySet[Page]:
    translations = Page.objects.translation_of(page, inclusive=False)
    if page.locale_id != source_locale_id():
        return translations.none()
    return translations.filter(alias_of__isnull=True) if action == "unpublish" else translations
