"""A page that was renamed or moved is found at its old address, with all that is below it."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from alliance.base.models import Topic
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


@pytest.fixture
def rename(client, topic):
    """What an alliance editor does under *Topics*: new ends of addresses, by language."""

    def rename(**slugs):
        rows = {text.locale_code: text for text in topic.texts.all()}
        form = {"key": topic.key, "texts-INITIAL_FORMS": len(rows)}
        codes = dict.fromkeys([*rows, *slugs])
        form["texts-TOTAL_FORMS"] = len(codes)
        for number, code in enumerate(codes):
            kept = rows.get(code)
            form |= {
                f"texts-{number}-id": kept.pk if kept else "",
                f"texts-{number}-locale": Locale.objects.get(language_code=code).pk,
                f"texts-{number}-name": kept.name if kept else code,
                f"texts-{number}-slug": slugs.get(code) or kept.slug,
                f"texts-{number}-description": "",
                f"texts-{number}-DELETE": "",
            }
        client.force_login(UserFactory(superuser=True))
        address = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])
        assert client.post(address, form).status_code == 302
        client.logout()
        topic.refresh_from_db()

    return rename


def test_a_renamed_topic_is_found_in_every_language(client, welsh_home, topic_index, topic, rename):
    publish_translation(topic_index, "cy", slug="pynciau")
    rename(en="learning")  # in Welsh it has no name yet, and goes by the English one
    assert client.get("/en/topics/learning/").status_code == 200
    assert leads(client, "/en/topics/skills/", "/en/topics/learning/")
    assert leads(client, "/en/topics/skills/feed/", "/en/topics/learning/feed/")
    assert leads(client, "/cy/pynciau/skills/", "/cy/pynciau/learning/")


def test_a_topic_that_gets_a_name_of_its_own_leads_there(
    client, welsh_home, topic_index, topic, rename
):
    publish_translation(topic_index, "cy", slug="pynciau")
    rename(cy="sgiliau")
    assert client.get("/cy/pynciau/sgiliau/").status_code == 200
    assert leads(client, "/cy/pynciau/skills/", "/cy/pynciau/sgiliau/")
    assert client.get("/en/topics/skills/").status_code == 200


def test_a_topic_renamed_twice_is_a_step_away_and_can_have_its_old_name_again(
    client, topic_index, topic, rename
):
    rename(en="learning")
    rename(en="training")
    assert leads(client, "/en/topics/skills/", "/en/topics/training/")
    assert leads(client, "/en/topics/learning/feed/", "/en/topics/training/feed/")
    rename(en="skills")
    assert client.get("/en/topics/skills/").status_code == 200
    assert leads(client, "/en/topics/learning/", "/en/topics/skills/")
    topic.delete()
    assert client.get("/en/topics/skills/").status_code == 404


def test_a_topic_that_keeps_its_address_leaves_no_redirect(topic_index, topic, rename):
    rename()
    assert not Redirect.objects.exists()
