"""Which language version of a page a link leads to."""

from collections.abc import Iterable

from django.db.models import Subquery
from django.utils.translation import get_language

from .models import BasePage
from .queries import BasePageQuerySet


def fetch_pages(
    ids: Iterable[int], queryset: BasePageQuerySet | None = None
) -> dict[int, BasePage]:
    """Pages by id, each with its translations beside it, in one query for all of them."""
    wanted = set(ids)
    if not wanted:
        return {}
    rows = BasePage.objects.all() if queryset is None else queryset
    keys = BasePage.objects.filter(pk__in=wanted).values("translation_key")
    pages = list(rows.filter(translation_key__in=Subquery(keys)).select_related("locale"))
    for page in pages:
        page.versions = versions_among(page, pages)
    return {page.pk: page for page in pages if page.pk in wanted}


def versions_among(page: BasePage, pages: Iterable[BasePage]) -> dict[str, BasePage]:
    """The published versions of a page by language; aliases only repeat another's text."""
    return {
        other.locale_code: other
        for other in pages
        if other.translation_key == page.translation_key and other.live and not other.alias_of_id
    }


def version_for(page: BasePage) -> BasePage | None:
    """The page in the reader's language, else as chosen; None when readers cannot see it."""
    if not hasattr(page, "versions"):
        page = fetch_pages([page.pk]).get(page.pk, page)
    versions: dict[str, BasePage] = getattr(page, "versions", {})
    return versions.get(get_language() or "") or versions.get(page.locale_code)
