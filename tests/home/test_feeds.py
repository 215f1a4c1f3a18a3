"""Feeds, read as a feed reader would."""

from datetime import date
from html import escape
from xml.etree import ElementTree

import pytest

from home.models import NewsPage
from tests.factories.home import NewsPageFactory

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(client, address):
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314


def entry_titles(feed):
    return [entry.findtext("a:title", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]


def test_a_feed_holds_what_a_reader_needs(client, news):
    day, summary = date(2026, 3, 1), "Readers & <b>writers</b>"
    NewsPageFactory(parent=news, title="Story", slug="story", date=day, summary=summary)
    feed = read(client, "/en/news/feed/")
    assert feed.findtext("a:title", namespaces=ATOM) == "News · Libraries Alliance"
    assert feed.get(XML_LANG) == "en"
    assert feed.findtext("a:author/a:name", namespaces=ATOM) == "Libraries Alliance"
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.find("a:link", ATOM).get("href") == "http://testserver/en/news/story/"
    assert entry.findtext("a:published", namespaces=ATOM).startswith("2026-03-01T00:00:00")
    assert entry.findtext("a:summary", namespaces=ATOM) == escape(summary)
    assert entry.findtext("a:author/a:name", namespaces=ATOM) == "Libraries Alliance"
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links["self"] == "http://testserver/en/news/feed/"
    assert links["alternate"] == "http://testserver/en/news/"


def test_an_entry_keeps_its_name_when_it_moves(client, news):
    page = NewsPageFactory(parent=news)
    before = read(client, "/en/news/feed/").findtext("a:entry/a:id", namespaces=ATOM)
    page.slug = "elsewhere"
    page.save()
    assert read(client, "/en/news/feed/").findtext("a:entry/a:id", namespaces=ATOM) == before


def test_the_alliance_has_a_feed_of_its_own_and_one_of_everyone(client, news, member_news):
    NewsPageFactory(parent=news, title="Shared")
    NewsPageFactory(parent=member_news, title="Bodleian's")
    own, everyone = read(client, "/en/news/feed/"), read(client, "/en/news/feed/?scope=all")
    assert entry_titles(own) == ["Shared"]
    assert set(entry_titles(everyone)) == {"Shared", "Bodleian's"}
    assert own.findtext("a:id", namespaces=ATOM) != everyone.findtext("a:id", namespaces=ATOM)
    assert "Bodleian Libraries" in ElementTree.tostring(everyone, "unicode")


def test_a_members_feed_holds_its_own_news(client, news, member_news):
    NewsPageFactory(parent=news, title="Shared")
    NewsPageFactory(parent=member_news, title="Bodleian's")
    feed = read(client, "/en/members/bodleian/news/feed/")
    assert entry_titles(feed) == ["Bodleian's"]
    assert feed.findtext("a:title", namespaces=ATOM) == "Our news · Bodleian Libraries"


def test_a_welsh_feed_is_all_welsh(client, news, welsh_home, welsh):
    NewsPageFactory(parent=news, title="Only English")
    translated = NewsPageFactory(parent=news, title="In both")
    news.copy_for_translation(welsh).save_revision().publish()
    page = NewsPage.objects.get(pk=translated.pk).copy_for_translation(welsh)
    page.title = "Yn Gymraeg"
    page.save_revision().publish()
    feed = read(client, "/cy/news/feed/")
    assert feed.get(XML_LANG) == "cy"
    assert entry_titles(feed) == ["Yn Gymraeg"]


def test_drafts_and_restricted_pages_are_in_no_feed(client, news):
    NewsPageFactory(parent=news, title="Draft", live=False)
    NewsPageFactory(parent=news, title="Closed").view_restrictions.create(restriction_type="login")
    assert entry_titles(read(client, "/en/news/feed/")) == []


def test_the_list_tells_readers_of_its_feed(client, news):
    html = client.get("/en/news/").content.decode()
    assert (
        '<link rel="alternate" type="application/atom+xml" title="News" '
        'href="http://testserver/en/news/feed/">'
    ) in html


@pytest.mark.parametrize("number", [1, 3])
def test_a_feed_costs_the_same_for_any_length(
    client, news, member_news, number, django_assert_num_queries
):
    for parent in (news, member_news):
        NewsPageFactory.create_batch(number, parent=parent)
    client.get("/en/news/feed/?scope=all")
    with django_assert_num_queries(4):
        client.get("/en/news/feed/?scope=all")
