"""Wagtail's own sitemap omits translations and their `hreflang`; this one has both."""

from collections import defaultdict
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import cached_property

from . import tree as trees
from .models import BasePage

XML_LIMIT = 10_000


class PageSitemap(Sitemap):
    """The pages whose canonical host is the one asked, each with its translations."""

    limit = XML_LIMIT

    def __init__(self, request: HttpRequest) -> None:
        self.tree = trees.for_request(request)
        self.site = self.tree.site_for(request)

    @cached_property
    def paginator(self) -> Paginator[BasePage]:
        return Paginator(self.items(), self.limit)

    def items(self) -> list[BasePage]:
        roots = [
            path for path in self.tree.root_paths if self.site and path.site_id == self.site.pk
        ]
        below = reduce(or_, (Q(url_path__startswith=root.root_path) for root in roots), Q(pk=None))
        pages = BasePage.objects.listable().canonical().filter(below).order_by("path")
        pages = pages.only(
            "url_path", "path", "locale_id", "translation_key", "last_published_at", "depth"
        )
        found = [self.prepare(page) for page in pages]
        return [page for page in found if self.owns(page)]

    def prepare(self, page: BasePage) -> BasePage:
        page.locale = self.tree.locales[page.locale_id]
        page._wagtail_cached_site_root_paths = self.tree.root_paths
        return page

    def owns(self, page: BasePage) -> bool:
        """A section with a hostname of its own is listed there, not on the alliance's host."""
        parts = page.get_url_parts()
        return bool(parts and self.site and parts[0] == self.site.pk)

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[dict[str, Any]]:
        listed = list(self.paginator.page(page).object_list)
        alternates = self.alternates_of(listed)
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

    def alternates_of(self, listed: list[BasePage]) -> dict[UUID, list[dict[str, str]]]:
        keys = {item.translation_key for item in listed}
        found: dict[UUID, list[dict[str, str]]] = defaultdict(list)
        pages = BasePage.objects.listable().canonical().filter(translation_key__in=keys)
        for page in pages.order_by("path"):
            self.prepare(page)
            alternate = {"location": page.full_url or "", "lang_code": page.locale_code}
            found[page.translation_key].append(alternate)
        return found
