"""A feed brings drafts, once each, and nothing that it does can do harm."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from home.feed_import.services import import_feed
from home.models import FeedEntry, NewsFeed, NewsPage
from members.offboarding import archive_member, restore_member

from .feeds import atom, atom_entry, item, rss

pytestmark = pytest.mark.django_db


def read_again(feed):
    feed.refresh_from_db()
    taken = import_feed(feed)
    feed.refresh_from_db()
    return taken


def test_an_entry_becomes_a_draft(server, feed, member_news):
    server.says(rss(item(link="https://bodleian.example.org/1?a=1&amp;b=2")))
    assert import_feed(feed).made == 1
    page = NewsPage.objects.get()
    assert not page.live
    assert page.get_parent().specific == member_news
    assert page.organisation == member_news.organisation
    assert (page.title, page.summary) == ("Story 1", "Some words .")
    assert page.date == date(2026, 11, 2)
    assert page.original_url == "https://bodleian.example.org/1?a=1&b=2"


def test_a_long_summary_is_cut_after_a_word(server, feed):
    server.says(rss(item(description="library " * 100)))
    import_feed(feed)
    summary = NewsPage.objects.get().summary
    assert summary.endswith("library…")
    assert 280 < len(summary) <= 300


def test_each_entry_goes_to_the_list_in_its_language(server, feed, member_news, welsh_news):
    entries = [
        atom_entry(1, "A story"),
        atom_entry(2, "Stori", "cy"),
        atom_entry(3, "Une histoire", "fr"),
    ]
    server.says(atom(*entries))
    import_feed(feed)
    feed.refresh_from_db()
    places = {page.title: page.get_parent().pk for page in NewsPage.objects.all()}
    assert places == {"A story": member_news.pk, "Stori": welsh_news.pk}
    assert NewsPage.objects.get(title="Stori").locale == welsh_news.locale
    assert feed.languages_skipped == ["fr"]


def test_a_feed_that_says_the_wrong_language_is_overruled(server, feed, welsh_news):
    feed.language = "cy"
    feed.save()
    server.says(rss(item(), language="en-US"))
    import_feed(feed)
    assert NewsPage.objects.get().locale == welsh_news.locale


def test_an_entry_comes_once_even_if_its_draft_was_deleted(server, feed):
    server.says(rss(item()))
    import_feed(feed)
    assert read_again(feed).made == 0
    NewsPage.objects.get().delete()
    assert read_again(feed).made == 0
    assert not NewsPage.objects.exists()


def test_a_change_reaches_a_draft_that_nobody_touched(server, feed):
    server.says(rss(item()))
    import_feed(feed)
    server.says(rss(item(title="Corrected")))
    assert read_again(feed).changed == 1
    page = NewsPage.objects.get()
    assert page.title == page.get_latest_revision_as_object().title == "Corrected"
    server.says(rss(item(title="Again")))
    read_again(feed)
    assert NewsPage.objects.get().title == "Again"


def test_what_somebody_worked_on_is_left_alone(server, feed):
    server.says(rss(item()))
    import_feed(feed)
    page = NewsPage.objects.get()
    page.title = "My own words"
    page.save_revision()
    server.says(rss(item(title="Corrected")))
    assert read_again(feed).changed == 0
    assert page.get_latest_revision_as_object().title == "My own words"


def test_what_is_published_is_left_alone(server, feed):
    server.says(rss(item()))
    import_feed(feed)
    NewsPage.objects.get().get_latest_revision().publish()
    server.says(rss(item(title="Corrected")))
    read_again(feed)
    assert NewsPage.objects.get().title == "Story 1"


def test_a_long_feed_comes_in_parts(server, feed, settings):
    settings.FEED_MAX_DRAFTS = 2
    server.says(rss(*(item(number) for number in range(5))), ETag='"1"')
    assert import_feed(feed).made == 2
    assert [read_again(feed).made for _ in range(3)] == [2, 1, 0]
    assert server.asked[1]["If-None-Match"] is None


def test_what_is_not_new_is_not_sent_again(server, feed):
    server.says(rss(item()), ETag='"1"', Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT")
    import_feed(feed)
    server.says("", status=304)
    read_again(feed)
    read_again(feed)
    assert server.asked[2]["If-None-Match"] == '"1"'
    assert server.asked[2]["If-Modified-Since"] == "Mon, 02 Nov 2026 10:00:00 GMT"
    assert feed.trouble == ""


BOMB = (
    '<!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
    + "]>"
)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        ("<!doctype html><html><body><p>Hello</body></html>", "no-feed"),
        ("", "no-feed"),
        ('{"version": 1}', "no-feed"),
        (b"\x00\xff\xfe\x01" * 50, "no-feed"),
        (rss(item())[:-40], ""),
        (rss(item(title="Fish & chips <b>")), ""),
        (('<?xml version="1.0" encoding="utf-16"?>' + rss(item())).encode("utf-16"), ""),
        ('<?xml version="1.0" encoding="no-such"?>' + rss(item()), ""),
        (BOMB + rss(item(title="&a9;")), ""),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss(item(title="&x;a")), ""),
        (rss(item(link="javascript:alert(1)")), ""),
        (rss(item(link="http://exa\x01mple.org/")), ""),
        (rss(item(title="ŵ" * 2000, pubDate="the day before yesterday")), ""),
    ],
)
def test_a_broken_feed_does_no_harm(server, feed, content, trouble):
    server.says(content)
    import_feed(feed)
    feed.refresh_from_db()
    assert feed.trouble == trouble
    for page in NewsPage.objects.all():
        assert "root:" not in page.title
        assert len(page.title) <= 255
        assert "<" not in page.title
        assert page.original_url.startswith("https://")


def test_a_feed_on_which_the_parser_works_for_ever_is_given_up(server, feed, monkeypatch):
    monkeypatch.setattr("home.feed_import.parsing.SECONDS", 1)
    server.says(b"<rss><channel><item>" + b"<a>" * 300_000)
    import_feed(feed)
    feed.refresh_from_db()
    assert feed.trouble == "unreadable"


def test_a_feed_that_fails_is_asked_less_and_less(server, feed):
    server.says("", status=500)
    waits = []
    for _ in range(8):
        read_again(feed)
        waits.append(feed.next_fetch_at - feed.fetched_at)
    assert waits[:3] == [timedelta(hours=hours) for hours in (2, 4, 8)]
    assert waits[-1] == timedelta(days=2)
    assert feed.get_trouble_display() == "The website has a fault of its own just now."
    server.says(rss(item()))
    read_again(feed)
    assert (feed.trouble, feed.next_fetch_at - feed.fetched_at) == ("", timedelta(hours=1))


def test_the_command_has_read_what_is_due_and_nothing_twice(server, feed, capsys):
    server.says(rss(item()))
    call_command("import_feeds")
    call_command("import_feeds")
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "1 feed(s) will be read by the worker.",
        "0 feed(s) will be read by the worker.",
    ]
    assert NewsPage.objects.count() == 1
    NewsFeed.objects.update(next_fetch_at=timezone.now())
    call_command("import_feeds", "--now")
    assert capsys.readouterr().out == "Read 1 feed(s): 0 new draft(s), 0 could not be read.\n"


def test_a_feed_rests_while_its_member_is_archived(server, feed, member, lead):
    server.says(rss(item()))
    archive_member(member)
    assert not NewsFeed.objects.due(timezone.now()).exists()
    restore_member(member)
    assert NewsFeed.objects.due(timezone.now()).get() == feed


def test_a_feed_goes_with_its_list(server, feed, member_news):
    server.says(rss(item()))
    import_feed(feed)
    member_news.delete()
    assert not NewsFeed.objects.exists()
    assert not FeedEntry.objects.exists()
