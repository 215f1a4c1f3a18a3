from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from ..models import AllianceDocument, BasePage, PageFinding
from .checks import findings_in
from .parts import Link, parts_of
from .targets import Targets

AT_ONCE = 100


@transaction.atomic
def check_pages(pages: Iterable[BasePage]) -> int:
    """Keep what is wrong with these pages in place of what was. Says how much that is.

    Takes specific pages. What is looked at is what readers see, and of a page that was never
    published, its draft. An alias only repeats what its source holds.
    """
    pages = list(pages)
    parts = {page.pk: list(parts_of(page)) for page in pages if not page.alias_of_id}
    links = [part for found in parts.values() for part in found if isinstance(part, Link)]
    targets = Targets.read(links)
    found = [
        finding for page in pages for finding in findings_in(page, parts.get(page.pk, []), targets)
    ]
    PageFinding.objects.filter(page__in=[page.pk for page in pages]).delete()
    PageFinding.objects.bulk_create(found)
    return len(found)


def check_by_key(keys: Iterable[int]) -> int:
    return check_pages(BasePage.objects.filter(pk__in=list(keys)).specific())


def check_all() -> Iterator[tuple[int, int]]:
    """Yields after each handful how many pages it was, and how much was found."""
    keys = list(BasePage.objects.order_by("pk").values_list("pk", flat=True))
    for begin in range(0, len(keys), AT_ONCE):
        some = keys[begin : begin + AT_ONCE]
        yield len(some), check_by_key(some)


def linking_to(pages: "QuerySet[BasePage] | QuerySet[Page]") -> set[int]:
    """The keys of all pages with a link to one of these, in whatever language."""
    targets = Page.objects.filter(translation_key__in=pages.order_by().values("translation_key"))
    return referring([Page, BasePage], targets.order_by().values(key=Cast("pk", TextField())))


def linking_to_file(document: AllianceDocument) -> set[int]:
    return referring([AllianceDocument], [str(document.pk)])


def referring(models: list[type], keys: Iterable[object]) -> set[int]:
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type__in=ContentType.objects.get_for_models(*models).values(),
        to_object_id__in=keys,
    )
    return {int(key) for key in references.values_list("object_id", flat=True)}


def waiting_for(page: Page) -> set[int]:
    """The keys of pages whose link to this one was found broken, in whatever language."""
    keys = Page.objects.filter(translation_key=page.translation_key).values_list("pk", flat=True)
    broken = PageFinding.objects.filter(target__in=[f"page:{key}" for key in keys])
    return set(broken.values_list("page_id", flat=True))
