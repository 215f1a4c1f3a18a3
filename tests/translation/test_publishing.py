"""Nothing is published in a language while some of it is still in the source's."""

import pytest
from django.urls import reverse

from tests.factories.base import UserFactory

ADDRESS = "/cy/oriau/"
ALL = {"title": "Oriau agor", "slug": "oriau", "summary": "Pryd rydym ar agor."}

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(client, translator, translation, django_capture_on_commit_callbacks):
    """What the translation editor's button does; gives the page that follows."""

    def publish():
        client.force_login(translator)
        address = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(address, {"action": "publish"}, follow=True)
        client.logout()
        return response.content.decode()

    return publish


def together(page):
    """Where the list of pages publishes those that are ticked."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return f"{address}?id={page.pk}&next={reverse('wagtailadmin_home')}"


def test_a_whole_translation_is_published(client, publish, translate):
    translate(**ALL)
    publish()
    text = client.get(ADDRESS).content.decode()
    assert "<h1>Oriau agor</h1>" in text
    assert "open" not in text.split("<main")[1].split("</main")[0]


@pytest.mark.parametrize("summary", [{}, {"summary": ""}, {"summary": "   "}])
def test_a_translation_that_lacks_a_text_is_not_published(client, publish, translate, summary):
    translate(title="Oriau agor", slug="oriau", **summary)
    text = publish()
    assert "1 text is not translated yet" in text
    assert client.get(ADDRESS).status_code == 404


def test_readers_go_on_with_what_was_published(
    client, page, publish, translate, translation, django_capture_on_commit_callbacks
):
    translate(**ALL)
    publish()
    page.summary = "When and where we are open."
    page.save()
    translation.source.update_from_db()
    assert "1 text is not translated yet" in publish()
    assert "Pryd rydym ar agor." in client.get(ADDRESS).content.decode()
    translate(summary="Pryd a ble rydym ar agor.")
    publish()
    assert "Pryd a ble rydym ar agor." in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("below", [False, True], ids=["itself", "with what is below it"])
def test_several_pages_at_once_are_published_without_it(
    client, translator, translation, translate, welsh_home, below
):
    """The draft that the list would publish is the one from before any text was translated."""
    translate(**ALL)
    chosen = welsh_home if below else translation.get_target_instance()
    client.force_login(translator)
    response = client.post(
        together(chosen), {"include_descendants": "on"} if below else {}, follow=True
    )
    assert "Oriau agor" in response.content.decode()
    assert "publish it there, with its translation" in response.content.decode()
    assert not translation.get_target_instance().live


def test_pages_that_no_translation_waits_for_are_published_together(
    client, translator, translation, welsh_home
):
    welsh_home.unpublish()
    client.force_login(translator)
    client.post(together(welsh_home))
    welsh_home.refresh_from_db()
    assert welsh_home.live


def test_handing_on_what_is_new_publishes_nothing(
    client, staff, page, publish, translate, translation, django_capture_on_commit_callbacks
):
    translate(**ALL)
    publish()
    page.summary = "When and where we are open."
    page.save()
    client.force_login(staff)
    address = reverse("wagtail_localize:update_translations", args=[translation.source.pk])
    assert "Publish immediately" not in client.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"publish_translations": "on"})
    client.logout()
    assert "Pryd rydym ar agor." in client.get(ADDRESS).content.decode()
    assert translation.get_progress() == (3, 2)


def test_what_is_new_in_the_source_waits_for_the_translators_once_it_is_published(
    client, page, publish, translate, translation, django_capture_on_commit_callbacks
):
    translate(**ALL)
    publish()
    page.refresh_from_db()
    page.summary = "When and where we are open."
    page.save_revision()
    assert translation.get_status_display() == "Up to date"
    with django_capture_on_commit_callbacks(execute=True):
        page.get_latest_revision().publish()
    assert translation.get_status_display() == "Waiting for translations"
    assert "Pryd rydym ar agor." in client.get(ADDRESS).content.decode()


def test_a_translation_is_stopped_only_when_no_word_of_the_source_is_left(
    client, translator, translation, translate
):
    """It would be a page like any other then, which anyone may publish."""
    client.force_login(translator)
    address = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    text = client.post(address, follow=True).content.decode()
    assert "Translate all of it first" in text
    translation.refresh_from_db()
    assert translation.enabled
    translate(**ALL)
    client.post(address)
    translation.refresh_from_db()
    assert not translation.enabled


def test_nobody_stops_the_translation_of_a_page_that_is_not_theirs(client, translation):
    client.force_login(UserFactory())
    address = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    assert client.post(address).status_code == 302
    translation.refresh_from_db()
    assert translation.enabled
