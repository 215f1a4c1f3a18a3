"""Makes drafts of what a feed brings."""

from dataclasses import asdict, dataclass, field
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from alliance.base.fetching import Fetched, FetchError, fetch

from ..models import FeedEntry, NewsFeed, NewsIndexPage, NewsPage
from .parsing import Entry, Feed, FeedError, parse


@dataclass
class Taken:
    made: int = 0
    changed: int = 0
    languages_skipped: set[str] = field(default_factory=set)
    is_cut: bool = False  # the rest comes the next time


def read_feed(url: str, headers: dict[str, str] | None = None) -> Fetched:
    accept = {
        "Accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"
    }
    limits = {"max_bytes": settings.FEED_MAX_BYTES, "seconds": settings.FEED_SECONDS}
    return fetch(url, headers={**accept, **(headers or {})}, **limits)


def import_feed(feed: NewsFeed) -> Taken:
    """Whatever the website does, the feed says afterwards how it went."""
    asked = {"If-None-Match": feed.etag, "If-Modified-Since": feed.last_modified}
    try:
        fetched = read_feed(feed.url, {name: said for name, said in asked.items() if said})
        found = parse(fetched) if fetched.is_new else Feed("", [])
    except (FetchError, FeedError) as error:
        feed.failed(error.trouble)
        return Taken()
    return take_entries(feed, fetched, found.entries)


@transaction.atomic
def take_entries(feed: NewsFeed, fetched: Fetched, entries: list[Entry]) -> Taken:
    """In the order of the feed, which begins with the newest. Two readings wait for each other."""
    locked = NewsFeed.objects.select_for_update().get(pk=feed.pk)
    lists = lists_by_language(locked)
    known = {row.key: row for row in locked.entries.select_related("page", "revision")}
    taken = Taken()
    for entry in entries:
        language = locked.language or entry.language or locked.index.locale.language_code
        if row := known.get(key_of(entry)):
            taken.changed += update_draft(row, entry)
        elif language not in lists:
            taken.languages_skipped.add(language)
        elif taken.made >= settings.FEED_MAX_DRAFTS:
            taken.is_cut = True
        else:
            known[key_of(entry)] = make_draft(locked, lists[language], entry)
            taken.made += 1
    if fetched.is_new:
        locked.languages_skipped = sorted(taken.languages_skipped)
        # A website that says "nothing new" would keep back what there was no room for.
        facts = ("", "") if taken.is_cut else (fetched.etag, fetched.last_modified)
        locked.etag, locked.last_modified = facts
    locked.read_well()
    return taken


def lists_by_language(feed: NewsFeed) -> dict[str, NewsIndexPage]:
    found = NewsIndexPage.objects.filter(
        translation_key=feed.index.translation_key,
        organisation_id=feed.organisation_id,
        alias_of=None,
    )
    return {index.locale.language_code: index for index in found.select_related("locale")}


def key_of(entry: Entry) -> str:
    return sha256(entry.key.encode()).hexdigest()


def digest_of(entry: Entry) -> str:
    return sha256(repr(asdict(entry)).encode()).hexdigest()


def fill(page: NewsPage, entry: Entry) -> None:
    page.title = page.draft_title = entry.title
    page.summary = entry.summary
    page.original_url = entry.link
    page.date = entry.date or page.date


def make_draft(feed: NewsFeed, index: NewsIndexPage, entry: Entry) -> FeedEntry:
    page = NewsPage(live=False, locale=index.locale, date=timezone.localdate())
    fill(page, entry)
    if not slugify(page.title):
        page.slug = f"news-{key_of(entry)[:8]}"
    index.add_child(instance=page)
    revision = page.save_revision(log_action="wagtail.create")
    facts = {"key": key_of(entry), "digest": digest_of(entry)}
    return FeedEntry.objects.create(feed=feed, page=page, revision=revision, **facts)


def update_draft(row: FeedEntry, entry: Entry) -> bool:
    """Only while nobody has touched it: then it is somebody's work."""
    page = row.page
    if page is None or row.digest == digest_of(entry) or not is_untouched(row, page):
        return False
    fill(page, entry)
    page.save()
    row.revision = page.save_revision()
    row.digest = digest_of(entry)
    row.save(update_fields=["revision", "digest"])
    return True


def is_untouched(row: FeedEntry, page: NewsPage) -> bool:
    if page.live or page.first_published_at or page.locked or page.current_workflow_state:
        return False
    return bool(page.latest_revision_id == row.revision_id)
