"""Wagtail's own sitemap omits translations and their `hreflang`; this one has both."""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Site

from . import tree as trees
from .models import BasePage

XML_LIMIT = 10_000


class PageSitemap(Sitemap):
    """The pages whose canonical host is the one asked, each with its translations.

    Their keys are held in memory until something is published, so that neither the index nor
    a part of it reads them all.
    """

    limit = XML_LIMIT

    def __init__(self, request: HttpRequest) -> None:
        self.tree = trees.for_request(request)
        self.site = self.tree.site_for(request)

    @cached_property
    def paginator(self) -> Paginator[int]:
        return Paginator(self.items(), self.limit)

    def items(self) -> list[int]:
        """The keys of the pages, in the order of the tree."""
        site = self.site
        return self.tree.keep(("sitemap", site.pk), lambda: self.read_keys(site)) if site else []

    def read_keys(self, site: Site) -> list[int]:
        """A section with a hostname of its own is listed there, not on the alliance's host."""
        paths = self.tree.root_paths
        roots = [path.root_path for path in paths if path.site_id == site.pk]
        below = reduce(or_, (Q(url_path__startswith=root) for root in roots), Q(pk=None))
        pages = BasePage.objects.listable().canonical().filter(below).order_by("path")
        found = pages.values_list("pk", "url_path")
        return [pk for pk, url_path in found if paths.near(url_path)[0].site_id == site.pk]

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[dict[str, Any]]:
        keys = list(self.paginator.page(page).object_list)
        found = self.with_translations(keys)
        alternates = self.alternates_of(found.values())
        listed = [found[key] for key in keys if key in found]
        self.latest_lastmod = max(
            (item.last_published_at for item in listed if item.last_published_at), default=None
        )
        return [
            {
                "item": item,
                "location": item.full_url,
                "lastmod": item.last_published_at,
                "alternates": alternates[item.translation_key],
            }
            for item in listed
        ]

    def with_translations(self, keys: list[int]) -> dict[int, BasePage]:
        of_these = BasePage.objects.filter(pk__in=keys).order_by().values("translation_key")
        pages = BasePage.objects.listable().canonical().filter(translation_key__in=of_these)
        pages = pages.only(
            "url_path", "path", "locale_id", "translation_key", "last_published_at", "depth"
        )
        return {page.pk: self.prepare(page) for page in pages.order_by("path")}

    def prepare(self, page: BasePage) -> BasePage:
        page.locale = self.tree.locales[page.locale_id]
        page._wagtail_cached_site_root_paths = self.tree.root_paths
        return page

    def alternates_of(self, pages: Iterable[BasePage]) -> dict[UUID, list[dict[str, str]]]:
        found: dict[UUID, list[dict[str, str]]] = defaultdict(list)
        for page in pages:
            alternate = {"location": page.full_url or "", "lang_code": page.locale_code}
            found[page.translation_key].append(alternate)
        return found
