"""News and events as editors and translators handle them."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import EventPage, NewsPage
from tests.factories.base import UserFactory
from tests.factories.home import EventPageFactory, EventSessionFactory, NewsPageFactory

pytestmark = pytest.mark.django_db

SUMMER = datetime(2026, 8, 5, 9, tzinfo=UTC)


@pytest.fixture
def editor(client):
    user = UserFactory(superuser=True)
    client.force_login(user)
    return user


def new_page(parent, model):
    return reverse("wagtailadmin_pages:add", args=["home", model, parent.pk])


def inline(children, initial=0):
    forms = {str(number): child for number, child in enumerate(children)}
    return {**forms, "TOTAL_FORMS": len(children), "INITIAL_FORMS": initial}


def event_form(**fields):
    sessions = [
        {
            "id": "",
            "ORDER": "1",
            "title": "Trust",
            "starts_at": "2026-08-05 10:00",
            "ends_at": "2026-08-05 11:00",
            "description": "",
            "facilitator": "Catriona",
            "note_taker": "",
            "report": "",
        }
    ]
    return nested_form_data(
        {
            "title": "Conference",
            "slug": "conference",
            "event_kind": "conference",
            "starts_at": "2026-08-05 10:00",
            "ends_at": "2026-08-05 16:00",
            "time_zone": "Europe/London",
            "place_name": "Harbour Library",
            "access_information": rich_text(""),
            "body": streamfield([]),
            "sessions": inline(sessions),
            "comments": inline([]),
            "action-publish": "1",
            **fields,
        }
    )


def test_an_editor_writes_an_event_with_its_sessions(client, editor, events):
    assert client.get(new_page(events, "eventpage")).status_code == 200
    response = client.post(new_page(events, "eventpage"), event_form())
    assert response.status_code == 302
    page = EventPage.objects.get(slug="conference")
    assert page.starts_at == SUMMER
    assert [session.title for session in page.sessions.all()] == ["Trust"]
    assert "Facilitator: Catriona" in client.get("/en/events/conference/").content.decode()


def test_times_are_those_of_the_clock_at_the_event(client, editor, events):
    client.post(new_page(events, "eventpage"), event_form(time_zone="Australia/Brisbane"))
    page = EventPage.objects.get(slug="conference")
    assert page.starts_at == datetime(2026, 8, 5, 0, tzinfo=UTC)
    assert page.sessions.get().ends_at == datetime(2026, 8, 5, 1, tzinfo=UTC)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert html.count('value="2026-08-05 10:00"') == 2
    assert 'value="2026-08-05 16:00"' in html


def test_a_zone_that_there_is_not_is_refused(client, editor, events):
    html = client.post(new_page(events, "eventpage"), event_form(time_zone="Mars/Base")).content
    assert "Select a valid choice." in html.decode()


def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(client, editor, events):
    form = event_form(ends_at="2026-08-05 09:00")
    response = client.post(new_page(events, "eventpage"), form)
    html = response.content.decode()
    assert response.status_code == 200
    assert "An event ends after it starts." in html
    assert "Harbour Library" in html


def test_an_editor_sees_a_form_for_news(client, editor, news):
    html = client.get(new_page(news, "newspage")).content.decode()
    assert "Until then nobody sees the page" in html


@pytest.mark.parametrize("factory", [NewsPageFactory, EventPageFactory])
def test_a_draft_has_a_preview(editor, news, events, factory):
    parent = news if factory is NewsPageFactory else events
    page = factory(parent=parent, title="Not yet", live=False)
    response = page.make_preview_request()
    assert response.status_code == 200
    assert "<h1>Not yet</h1>" in response.content.decode()


@pytest.fixture
def translate(django_capture_on_commit_callbacks):
    """As a translator does it: every text in the editor, then publish."""

    def write(page, locale, words):
        with django_capture_on_commit_callbacks(execute=True):
            save_translation(page, locale, words)
        return page.get_translation(locale)

    return write


def save_translation(page, locale, words):
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": words.get(segment.string.data, f"cy {segment.string.data}")},
        )
    translation.save_target(publish=True)


def test_a_translator_writes_words_and_the_times_follow(
    client, translate, events, welsh, welsh_home
):
    page = EventPageFactory(parent=events, slug="meeting", title="Meeting", starts_at=SUMMER)
    session = EventSessionFactory(event=page, title="Trust", facilitator="Catriona")
    events.copy_for_translation(welsh).save_revision().publish()
    words = {"Meeting": "Cyfarfod", "meeting": "cyfarfod", "Trust": "Ymddiriedaeth"}
    words["Catriona"] = "Catriona, yn y gadair"
    made = translate(EventPage.objects.get(pk=page.pk), welsh, words)
    assert (made.title, made.slug, made.starts_at) == ("Cyfarfod", "cyfarfod", page.starts_at)
    (in_welsh,) = made.sessions.all()
    assert (in_welsh.title, in_welsh.facilitator) == (
        "Ymddiriedaeth",
        "Catriona, yn y gadair",
    )
    assert in_welsh.translation_key == session.translation_key
    assert "Amser Haf Prydain" in client.get("/cy/events/cyfarfod/").content.decode()


def test_a_translation_of_a_release_keeps_date_and_embargo(translate, news, welsh, welsh_home):
    page = NewsPageFactory(
        parent=news, slug="story", is_press_release=True, key_points=[("point", "First.")]
    )
    news.copy_for_translation(welsh).save_revision().publish()
    made = translate(NewsPage.objects.get(pk=page.pk), welsh, {"First.": "Yn gyntaf."})
    assert (made.date, made.is_press_release) == (page.date, True)
    assert [str(point) for point in made.key_points] == ["Yn gyntaf."]
