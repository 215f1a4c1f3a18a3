"""Finds a page by its whole path in one query, where Wagtail makes two for each segment."""

from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.url_routing import RouteResult

from . import tree as trees
from .models import BasePage, Generation
from .models.media import renditions_of


def route(request: HttpRequest, path: str) -> RouteResult | None:
    """The deepest page whose path begins the address; its own `route()` takes the rest."""
    tree = trees.held()
    root_path, row = find(request, tree, path)
    current = row["generation"] if row else Generation.current()
    if current != tree.generation:
        tree = trees.refresh()
        root_path, row = find(request, tree, path)
    trees.attach(request, tree)
    if row is None or root_path is None:
        return None
    page = load(row, tree)
    rest = [part for part in (root_path + path)[len(page.url_path) :].split("/") if part]
    if (not rest and was_withdrawn(page)) or has_left(page):
        raise WithdrawnError(page)
    try:
        return page.route(request, rest)
    except Http404:
        return None


class WithdrawnError(Exception):
    """The page was public once and has been taken back, so that nobody need look for it."""

    def __init__(self, page: BasePage) -> None:
        self.archive = archive_of(page)


def was_withdrawn(page: BasePage) -> bool:
    if page.live or page.first_published_at is None:
        return False
    return not page.approved_schedule and not page.held_restrictions


def has_left(page: BasePage) -> bool:
    """The whole section is gone, feeds and downloads too."""
    return not page.live and archive_of(page) is not None


def archive_of(page: BasePage) -> Any:
    """What is kept of a member that has left: since when, and where it is now."""
    return getattr(page.organisation, "archive", None)


def find(request: HttpRequest, tree: trees.Tree, path: str) -> tuple[str | None, dict | None]:
    site = tree.site_for(request)
    root_path = tree.root_path(site, get_language() or "") if site else None
    if root_path is None or "\x00" in path:
        return None, None
    row = (
        BasePage.objects.filter(url_path__in=prefixes(root_path, path))
        .annotate(generation=Subquery(Generation.objects.values("number")[:1]))
        .order_by(Length("url_path").desc())
        .values("pk", "content_type__app_label", "content_type__model", "generation")
        .first()
    )
    return root_path, row


def prefixes(root_path: str, path: str) -> list[str]:
    """`/home/`, `a/b/` gives `/home/`, `/home/a/`, `/home/a/b/`."""
    parts = [part for part in path.split("/") if part]
    return [root_path + "".join(f"{part}/" for part in parts[:n]) for n in range(len(parts) + 1)]


def load(row: dict, tree: trees.Tree) -> BasePage:
    """The page as its own type, with what every template shows, in one query."""
    model = apps.get_model(row["content_type__app_label"], row["content_type__model"])
    topics = BasePage.topics.through.objects.filter(basepage=OuterRef("pk")).values("topic")
    pages = model._default_manager.select_related("locale", "organisation__logo").with_pictures()
    logo = renditions_of("organisation__logo")
    pages = pages.annotate(topic_ids=ArraySubquery(topics), logo_renditions=logo)
    page = pages.get(pk=row["pk"])
    if page.organisation and page.organisation.logo:
        page.organisation.logo.hold_renditions(page.logo_renditions)
    page.held_restrictions = tree.restrictions_of(page)
    page._wagtail_cached_site_root_paths = tree.root_paths
    return page
