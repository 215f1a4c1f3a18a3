"""A page that was renamed or moved is found at its old address, with all that is below it."""

import pytest
from django.urls import reverse

from home.models import EventPage, NewsIndexPage
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory, EventPageFactory, NewsPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    def publish(page, slug):
        page = type(page).objects.get(pk=page.pk)
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return publish


def leads(client, old, new):
    response = client.get(old)
    return (response.status_code, response.headers.get("Location")) == (301, new)


def test_a_renamed_page_is_found_in_its_own_language(client, welsh_home, home, publish):
    page = ContentPageFactory(parent=home, slug="about")
    in_welsh = publish_translation(page, "cy", slug="amdanom")
    publish(page, "who-we-are")
    publish(in_welsh, "pwy-ydym-ni")
    assert leads(client, "/en/about/", "/en/who-we-are/")
    assert leads(client, "/cy/amdanom/", "/cy/pwy-ydym-ni/")


def test_readers_of_a_feed_do_not_lose_it(client, news, publish):
    NewsPageFactory(parent=news, slug="story")
    publish(news, "updates")
    assert leads(client, "/en/news/feed/", "/en/updates/feed/")
    assert leads(client, "/en/news/story/", "/en/updates/story/")
    assert leads(client, "/en/news/story/pictures/", "/en/updates/story/pictures/")


def test_calendars_that_read_an_event_do_not_lose_it(client, events, publish):
    event = EventPageFactory(parent=events, slug="meeting")
    publish(event, "conference")
    old, new = "/en/events/meeting/calendar.ics", "/en/events/conference/calendar.ics"
    assert client.get(new).status_code == 200
    assert client.get(client.get(old).headers["Location"]).status_code == 200


def test_topics_move_with_their_list(client, topic_index, topic, publish):
    publish(topic_index, "subjects")
    assert leads(client, "/en/topics/skills/", "/en/subjects/skills/")
    assert leads(client, "/en/topics/skills/feed/", "/en/subjects/skills/feed/")


def test_a_page_moved_in_the_admin_takes_its_translation_along(
    client, welsh_home, home, django_capture_on_commit_callbacks
):
    page = ContentPageFactory(parent=home, slug="history")
    publish_translation(page, "cy", slug="hanes")
    about = ContentPageFactory(parent=home, slug="about")
    publish_translation(about, "cy", slug="amdanom")
    client.force_login(UserFactory(superuser=True))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, about.pk]))
    client.logout()
    assert leads(client, "/en/history/", "/en/about/history/")
    assert leads(client, "/cy/hanes/", "/cy/amdanom/hanes/")


@pytest.mark.parametrize("model", [NewsIndexPage, EventPage])
def test_only_addresses_that_lead_somewhere_move(model):
    assert model().get_route_paths()[0] == "/"
    assert all("^" not in path and "$" not in path for path in model().get_route_paths())
