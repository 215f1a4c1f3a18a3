"""Atom feeds of pages, in the language of the page that they belong to."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from alliance.base import tree as trees
from alliance.base.models import BasePage

ENTRIES = 30


def atom_feed(
    request: HttpRequest, page: BasePage, pages: Iterable[BasePage], title: str = "", part: str = ""
) -> HttpResponse:
    """`pages` as a feed of `page`; `part` tells several feeds of one page apart."""
    feed = Atom1Feed(
        title=f"{title or page.title} · {page.publisher_name}",
        link=page.full_url or "",
        description=page.summary,
        subtitle=page.summary,
        author_name=page.publisher_name,
        language=page.locale_code,
        feed_url=feed_address(request, page),
        feed_guid=identity_of(page, part),
    )
    for entry in pages:
        entry._wagtail_cached_site_root_paths = trees.for_request(request).root_paths
        feed.add_item(**entry_values(entry))
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def feed_address(request: HttpRequest, page: BasePage) -> str:
    """On the host that the page goes by, wherever it was asked for."""
    below = request.get_full_path().removeprefix(page.get_url(request) or "")
    return f"{page.full_url}{below}"


def entry_values(page: BasePage) -> dict[str, Any]:
    return {
        "title": page.title,
        "link": page.full_url or "",
        "description": escape(page.summary),  # which the feed declares to be HTML
        "author_name": page.publisher_name,
        "pubdate": page.listing_date,
        "updateddate": page.last_published_at or page.listing_date,
        "unique_id": identity_of(page),
    }


def identity_of(page: BasePage, part: str = "") -> str:
    """Stays the same when the page is renamed, moved or published anew."""
    return uuid5(page.translation_key, page.locale_code + part).urn
