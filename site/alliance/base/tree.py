"""What a process holds in memory of the page tree: sites, languages, restrictions, menus.

It carries the generation number it was read under (see `models.Generation`). A request
compares that with the database's own number, so no process serves what was withdrawn.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.core.cache import cache
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from wagtail.models import Locale, PageViewRestriction, Site, get_page_models
from wagtail.models.sites import (
    SITE_ROOT_PATHS_CACHE_KEY,
    SITE_ROOT_PATHS_CACHE_VERSION,
    SiteRootPath,
)

from .models import BasePage, Generation


@dataclass
class Tree:
    generation: int
    sites: dict[tuple[str, int], Site]
    default_site: Site | None
    locales: dict[int, Locale]
    root_paths: list[SiteRootPath]
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
            {(site.hostname, site.port): site for site in sites},
            next((site for site in sites if site.is_default_site), None),
            locales,
            root_paths_of(sites, locales),
            list(restrictions) if any(locale.any_restricted for locale in read) else [],
        )

    def site_for(self, request: HttpRequest) -> Site | None:
        """As `Site.find_for_request`: by host and port, by a host that is alone, or the default."""
        hostname, _, _ = request._get_raw_host().partition(":")  # type: ignore[attr-defined]
        exact = self.sites.get((hostname, int(request.get_port())))
        by_name = [site for (name, _), site in self.sites.items() if name == hostname]
        return exact or (by_name[0] if len(by_name) == 1 else self.default_site)

    def root_path(self, site: Site, language_code: str) -> str | None:
        """The `url_path` of a site's root in a language; None where it has none."""
        return next(
            (
                path.root_path
                for path in self.root_paths
                if path.site_id == site.pk and path.language_code == language_code
            ),
            None,
        )

    def restrictions_of(self, page: BasePage) -> list[PageViewRestriction]:
        return [found for found in self.restrictions if page.path.startswith(found.page.path)]

    def locale(self, language_code: str) -> Locale | None:
        return next((x for x in self.locales.values() if x.language_code == language_code), None)

    def keep(self, key: Any, read: Callable[[], Any]) -> Any:
        """Hold what `read()` gives for as long as this generation lasts."""
        if key not in self.kept:
            self.kept[key] = read()
        return self.kept[key]


def read_sites() -> QuerySet[Site]:
    """The sites with the roots of all their languages, in one query."""
    roots = BasePage.objects.filter(translation_key=OuterRef("root_page__translation_key"))
    facts = JSONObject(url_path="url_path", locale_id="locale_id")
    sites = Site.objects.select_related("root_page").annotate(
        roots=ArraySubquery(roots.order_by().values(json=facts))
    )
    return sites.order_by("-is_default_site", "hostname")


def root_paths_of(sites: list[Site], locales: dict[int, Locale]) -> list[SiteRootPath]:
    """What Wagtail's `Site.get_site_root_paths` gives with a query or more for each site."""
    paths = [
        SiteRootPath(
            site.pk, root["url_path"], site.root_url, locales[root["locale_id"]].language_code
        )
        for site in sites
        for root in site.roots
    ]
    return sorted(paths, key=lambda path: path.root_path, reverse=True)


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


def for_request(request: HttpRequest) -> Tree:
    """The current tree; asks for the generation once a request, when no page was routed to."""
    if not hasattr(request, "tree"):
        tree = held()
        attach(request, tree if tree.generation == Generation.current() else refresh())
    return request.tree  # type: ignore[attr-defined]
