"""Keeps the index what the pages are."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Prefetch, prefetch_related_objects
from tqdm import tqdm
from wagtail.models import Locale, Page

from alliance.base.enums import PageKind
from alliance.base.models import BasePage
from members.models import Organisation

from .extraction import searchable_texts
from .languages import analyser_for
from .languages.base import clean
from .models import IndexedPage
from .partitions import TABLE, ensure_partition
from .vectors import FOLDED, TITLE, Vector, marks

PAGES_AT_ONCE = 100
USUAL_QUALITY = 0.5
# Where words alone do not decide: what people mean more often than not comes first.
QUALITY = {
    PageKind.MEMBER: 0.9,
    PageKind.PLEDGE: 0.8,
    PageKind.PROGRAMME: 0.7,
    PageKind.PAGE: 0.6,
    PageKind.INDEX: 0.4,
}
COLUMNS = (
    "page_id",
    "locale_id",
    "organisation_id",
    "kind",
    "published_at",
    "quality",
    "title",
    "body",
    "words",
)
WRITE = (
    f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) "  # noqa: S608
    f"VALUES ({', '.join(['%s'] * len(COLUMNS))}) ON CONFLICT (page_id, locale_id) DO UPDATE SET "
    + ", ".join(f"{column} = EXCLUDED.{column}" for column in COLUMNS[2:])
)


def index_page(page: Page) -> None:
    """Take a page in as it stands in memory, or out if it may not be found."""
    if BasePage.objects.listable().filter(pk=page.pk).exists():
        write([page.specific])
    else:
        remove([page.pk])


def index_pages(ids: Sequence[int]) -> None:
    """Take in those of these pages that may be found, as they stand in the database."""
    findable = BasePage.objects.listable().filter(pk__in=ids).order_by("pk")
    pages = list(findable.specific())
    write(pages)
    remove(set(ids) - {page.pk for page in pages})


def index_below(page: Page) -> None:
    """A page and all below it: after a move, or when a restriction comes or goes."""
    below = BasePage.objects.filter(path__startswith=page.path)
    index_all(list(below.values_list("pk", flat=True)))


def index_organisation(organisation_id: int) -> None:
    pages = BasePage.objects.filter(organisation_id=organisation_id)
    index_all(list(pages.values_list("pk", flat=True)))


def index_all(ids: Sequence[int], bar: Any = None) -> None:
    for start in range(0, len(ids), PAGES_AT_ONCE):
        some = ids[start : start + PAGES_AT_ONCE]
        index_pages(some)
        if bar is not None:
            bar.update(len(some))


def rebuild(show_progress: bool = False) -> int:
    """Make the index anew, in place: readers find all they found before, at every moment.

    Can be stopped and run again. Returns the number of pages.
    """
    for locale_id in Locale.objects.values_list("pk", flat=True):
        ensure_partition(locale_id)
    findable = BasePage.objects.listable().order_by("pk").values_list("pk", flat=True)
    ids = list(findable)
    with tqdm(total=len(ids), unit="page", disable=not show_progress or None) as bar:
        index_all(ids, bar)
    IndexedPage.objects.exclude(page_id__in=findable.order_by()).delete()
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {TABLE}")
    return IndexedPage.objects.count()


@transaction.atomic
def write(pages: Sequence[BasePage]) -> None:
    texts = Organisation.objects.with_texts()
    prefetch_related_objects(pages, "locale", Prefetch("organisation", texts))
    with connection.cursor() as cursor:
        cursor.executemany(WRITE, [row(page) for page in pages])


def remove(ids: Iterable[int]) -> None:
    IndexedPage.objects.filter(page_id__in=list(ids)).delete()


def row(page: BasePage) -> tuple[Any, ...]:
    """The columns of one page, as `COLUMNS` names them."""
    title, texts = clean(page.title), searchable_texts(page)
    quality = QUALITY.get(page.kind, USUAL_QUALITY)
    vector = Vector(analyser_for(page.locale_code))
    vector.add(title, TITLE)
    for weight, text in texts:
        vector.add(text, weight)
    vector.add(page.organisation_name, FOLDED)
    return (
        page.pk,
        page.locale_id,
        page.organisation_id,
        page.kind.value,
        page.listing_date or page.first_published_at,
        quality,
        title,
        "\n".join(text for _, text in texts),
        vector.as_tsvector(marks(page.organisation_id, page.kind, quality)),
    )
