"""What the links of pages lead to, and whether readers get there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.db.models.expressions import ExpressionWrapper
from django.db.models.fields import CharField
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from ..models import AllianceDocument, BasePage
from ..models.finding import FindingKind
from .parts import Link


@dataclass(frozen=True)
class Target:
    key: int
    locale: int
    path: str
    is_public: bool  # published, and no mere alias


@dataclass
class Targets:
    """In three queries, however many pages link to them."""

    pages: dict[int, list[Target]] = field(default_factory=dict)  # with their translations
    files: dict[int, bool] = field(default_factory=dict)  # whether a file is restricted
    restricted: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, links: Iterable[Link]) -> "Targets":
        pages = {link.page for link in links if link.page}
        files = {link.file for link in links if link.file}
        found = cls()
        if pages:
            found.pages = read_pages(pages)
            restrictions = PageViewRestriction.objects.values_list("page__path", flat=True)
            found.restricted = list(restrictions)
        if files:
            found.files = read_files(files)
        return found

    def fault(self, link: Link, source: BasePage) -> FindingKind | None:
        if link.file:
            return self.fault_of_file(link.file, source)
        return self.fault_of_page(link.page, source) if link.page else None

    def fault_of_file(self, key: int, source: BasePage) -> FindingKind | None:
        if key not in self.files:
            return FindingKind.FILE_GONE
        return FindingKind.FILE_RESTRICTED if self.files[key] and source.live else None

    def fault_of_page(self, key: int, source: BasePage) -> FindingKind | None:
        """Readers of a draft are its editors: what it leads to may be a draft, too."""
        versions = self.pages.get(key)
        if not versions:
            return FindingKind.PAGE_GONE
        if not source.live:
            return None
        chosen = next(version.locale for version in versions if version.key == key)
        wanted = (source.locale_id, chosen)
        shown = [found for found in versions if found.is_public and found.locale in wanted]
        if not shown:
            return FindingKind.PAGE_UNPUBLISHED
        readable = any(self.may_be_read_from(source, found) for found in shown)
        return None if readable else FindingKind.PAGE_RESTRICTED

    def may_be_read_from(self, source: BasePage, target: Target) -> bool:
        """Whoever reads the source has passed what restricts it."""
        return not any(
            target.path.startswith(path) and not source.path.startswith(path)
            for path in self.restricted
        )


def read_pages(keys: set[int]) -> dict[int, list[Target]]:
    wanted = BasePage.objects.filter(pk__in=keys).order_by().values("translation_key")
    rows = BasePage.objects.filter(translation_key__in=wanted).values_list(
        "translation_key", "pk", "locale_id", "path", "live", "alias_of_id"
    )
    versions: dict[Any, list[Target]] = {}
    for translation_key, pk, locale, path, live, alias_of in rows.order_by():
        target = Target(pk, locale, path, live and alias_of is None)
        versions.setdefault(translation_key, []).append(target)
    return {
        target.key: group for group in versions.values() for target in group if target.key in keys
    }


def read_files(keys: set[int]) -> dict[int, bool]:
    path = ExpressionWrapper(OuterRef("collection__path"), CharField())
    above: Any = CollectionViewRestriction.objects.alias(file_path=path)
    restricted = Exists(above.filter(file_path__startswith=F("collection__path")))
    rows = AllianceDocument.objects.filter(pk__in=keys).annotate(restricted=restricted)
    return dict(rows.values_list("pk", "restricted"))
