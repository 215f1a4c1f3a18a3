from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from alliance.translation.services import appoint_translator
from home.models import NewsIndexPage, ReportIndexPage
from tests.factories.base import UserFactory
from tests.factories.home import (
    ContentPageFactory,
    EventPageFactory,
    NewsPageFactory,
    ReportPageFactory,
)

pytestmark = pytest.mark.django_db


def priorities(*pages):
    return [
        {"type": "priority", "value": {"title": "Skills", "text": "Close gaps.", "page": page.pk}}
        for page in pages
    ]


def shown(client, address="/en/"):
    return client.get(address).content.decode()


def test_it_shows_the_mission_and_the_priorities_as_links(client, home):
    home.mission = "<p>For everyone, all life long.</p>"
    home.priorities_heading = "What matters now"
    home.priorities = priorities(ContentPageFactory(parent=home, slug="skills"))
    home.save()
    text = shown(client)
    assert "For everyone, all life long." in text
    assert "What matters now" in text
    assert '<a href="/en/skills/">Skills</a>' in text


def test_latest_updates_come_from_everywhere_newest_first(client, home, news, section):
    reports = section.add_child(instance=ReportIndexPage(title="Reports", slug="reports"))
    NewsPageFactory(parent=news, title="Older news", date=date(2026, 1, 1))
    ReportPageFactory(parent=reports, title="Newer report", date=date(2026, 2, 1))
    ContentPageFactory(parent=home, title="Not an update")
    text = shown(client)
    assert text.index("Newer report") < text.index("Older news")
    assert "Bodleian Libraries" in text
    assert "Not an update" not in text


def test_events_that_are_to_come_are_shown_the_next_one_first(client, home, events):
    now = timezone.now()
    for title, days in (("Over", -3), ("Later", 30), ("Next", 2)):
        EventPageFactory(parent=events, title=title, starts_at=now + timedelta(days=days))
    text = shown(client)
    assert text.index(">Next<") < text.index(">Later<")
    assert ">Over<" not in text


def test_ways_to_support_libraries_are_on_it_and_in_every_footer(client, home):
    ContentPageFactory(parent=home, slug="about")
    link = {"label": "Give to libraries", "url": "https://example.org/give", "kind": "give"}
    home.outbound_links = [{"type": "link", "value": link}]
    home.save()
    anchor = 'href="https://example.org/give" rel="external">Give to libraries</a>'
    assert shown(client).count(anchor) == 2
    assert anchor in shown(client, "/en/about/")


def test_welsh_readers_get_the_welsh_updates_and_the_rest_in_english(
    client, news, welsh_home, welsh
):
    first = NewsPageFactory(parent=news, title="We met in Cardiff")
    NewsPageFactory(parent=news, title="We met in Leeds")
    news.copy_for_translation(welsh).save_revision().publish()
    copy = first.copy_for_translation(welsh)
    copy.title = "Cwrdd yng Nghaerdydd"
    copy.save_revision().publish()
    text = shown(client, "/cy/")
    assert "Cwrdd yng Nghaerdydd" in text
    assert "We met in Cardiff" not in text
    assert "We met in Leeds" in text
    assert '<span class="language-tag" lang="en">English</span>' in text


@pytest.mark.parametrize("count", [1, 3])
def test_it_needs_the_same_queries_however_much_is_new(
    client, home, news, events, section, django_assert_num_queries, count
):
    NewsPageFactory.create_batch(count, parent=news, with_image=True)
    EventPageFactory.create_batch(count, parent=events, with_image=True)
    member_news = section.add_child(instance=NewsIndexPage(title="News", slug="news"))
    NewsPageFactory.create_batch(count, parent=member_news, with_image=True)
    home.priorities = priorities(*ContentPageFactory.create_batch(count, parent=home))
    home.save()
    client.get("/en/")
    with django_assert_num_queries(7):
        client.get("/en/")


def test_a_translator_edits_the_front_page_and_cannot_take_it_away(client, home):
    user = UserFactory()
    appoint_translator(user, home.locale)
    client.force_login(user)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[home.pk])).status_code == 200
    client.post(reverse("wagtailadmin_pages:unpublish", args=[home.pk]))
    home.refresh_from_db()
    assert home.live
