"""Atom feeds of pages, in the language of the page that they belong to."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from alliance.base.models import BasePage

ENTRIES = 30


def atom_feed(
    request: HttpRequest, page: BasePage, pages: Iterable[BasePage], title: str = "", part: str = ""
) -> HttpResponse:
    """`pages` as a feed of `page`; `part` tells several feeds of one page apart."""
    feed = Atom1Feed(
        title=f"{title or page.title} · {page.publisher_name}",
        link=page.get_full_url(request),
        description=page.summary,
        subtitle=page.summary,
        author_name=page.publisher_name,
        language=page.locale_code,
        feed_url=request.build_absolute_uri(),
        feed_guid=identity_of(page, part),
    )
    for entry in pages:
        feed.add_item(**entry_values(request, entry))
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def entry_values(request: HttpRequest, page: BasePage) -> dict[str, Any]:
    return {
        "title": page.title,
        "link": page.get_full_url(request),
        "description": escape(page.summary),  # which the feed declares to be HTML
        "author_name": page.publisher_name,
        "pubdate": page.listing_date,
        "updateddate": page.last_published_at or page.listing_date,
        "unique_id": identity_of(page),
    }


def identity_of(page: BasePage, part: str = "") -> str:
    """Stays the same when the page is renamed, moved or published anew."""
    return uuid5(page.translation_key, page.locale_code + part).urn
