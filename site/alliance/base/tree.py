"""What a process holds in memory of the page tree: sites, languages, restrictions, menus.

It carries the generation number it was read under (see `models.Generation`). A request
compares that with the database's own number, so no process serves what was withdrawn.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Exists, Subquery
from django.http import HttpRequest
from wagtail.models import Locale, PageViewRestriction, Site, get_page_models
from wagtail.models.sites import (
    SITE_ROOT_PATHS_CACHE_KEY,
    SITE_ROOT_PATHS_CACHE_VERSION,
)

from .known_sites import KnownSites, read_sites, root_paths_of
from .models import BasePage, Generation
from .root_paths import RootPaths


@dataclass
class Tree:
    generation: int
    sites: KnownSites
    locales: dict[int, Locale]
    root_paths: RootPaths
    restrictions: list[PageViewRestriction]
    kept: dict[Any, Any] = field(default_factory=dict)

    @classmethod
    def read(cls) -> "Tree":
        # The number comes first: if the tree changes meanwhile, the next request reads anew.
        number = Subquery(Generation.objects.values("number")[:1])
        any_restricted = Exists(PageViewRestriction.objects.all())
        read = Locale.objects.annotate(generation=number, any_restricted=any_restricted)
        locales = {locale.pk: locale for locale in read}
        generation = next((locale.generation for locale in locales.values()), 0)
        sites = list(read_sites())
        ContentType.objects.get_for_models(*get_page_models())  # Django keeps them from now on
        restrictions = PageViewRestriction.objects.select_related("page").prefetch_related("groups")
        return cls(
            generation,
            KnownSites(sites),
            locales,
            root_paths_of(sites, locales),
            list(restrictions) if any(locale.any_restricted for locale in read) else [],
        )

    def site_for(self, request: HttpRequest) -> Site | None:
        site: Site | None = self.sites.of(request)
        return site

    @cached_property
    def roots(self) -> dict[tuple[int, str], str]:
        return {(path.site_id, path.language_code): path.root_path for path in self.root_paths}

    def root_path(self, site: Site, language_code: str) -> str | None:
        """The `url_path` of a site's root in a language; None where it has none."""
        return self.roots.get((site.pk, language_code))

    def languages_of(self, site: Any) -> list[str]:
        """In which readers can see a site's first page; an alias has words of another's."""
        live = {
            root["locale_id"] for root in site.roots if root["live"] and not root["alias_of_id"]
        }
        return [found.language_code for key, found in self.locales.items() if key in live]

    def first_page_of(self, site: Any, language_code: str) -> tuple[str, str] | None:
        """The language and title of a site's first page: as asked for, or the best there is."""
        titles = {
            self.locales[root["locale_id"]].language_code: root["title"] for root in site.roots
        }
        public = self.languages_of(site)
        best = (language_code, settings.LANGUAGE_CODE, *public)
        return next(((code, titles[code]) for code in best if code in public), None)

    def is_members(self, site: Any) -> bool:
        """Whether the host is a member's own."""
        return site is not None and not site.is_default_site and site.organisation_id is not None

    def restrictions_of(self, page: BasePage) -> list[PageViewRestriction]:
        return [found for found in self.restrictions if page.path.startswith(found.page.path)]

    def locale(self, language_code: str) -> Locale | None:
        return next((x for x in self.locales.values() if x.language_code == language_code), None)

    def keep(self, key: Any, read: Callable[[], Any]) -> Any:
        """Hold what `read()` gives for as long as this generation lasts."""
        if key not in self.kept:
            self.kept[key] = read()
        return self.kept[key]


_held: Tree | None = None
_lock = Lock()


def held() -> Tree:
    """The tree as this process knows it, perhaps out of date: compare its generation."""
    return _held or refresh()


def refresh() -> Tree:
    global _held
    with _lock:
        _held = Tree.read()
        # Where an address is asked for without a request, Wagtail looks here.
        cache.set(
            SITE_ROOT_PATHS_CACHE_KEY, _held.root_paths, version=SITE_ROOT_PATHS_CACHE_VERSION
        )
        return _held


def attach(request: HttpRequest, tree: Tree) -> Tree:
    """Give Wagtail's own per-request caches what is already known."""
    request.tree = tree  # type: ignore[attr-defined]
    request._wagtail_site = tree.site_for(request)  # type: ignore[attr-defined]
    request._wagtail_cached_site_root_paths = tree.root_paths  # type: ignore[attr-defined]
    return tree


def current() -> Tree:
    """The tree as it is now; asks the database for the generation."""
    tree = held()
    return tree if tree.generation == Generation.current() else refresh()


def for_request(request: HttpRequest) -> Tree:
    """The current tree; asks for the generation once a request, when no page was routed to."""
    if not hasattr(request, "tree"):
        attach(request, current())
    return request.tree  # type: ignore[attr-defined]
