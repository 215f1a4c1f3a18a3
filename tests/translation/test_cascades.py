"""What is taken away or moved in the source language goes, or moves, in every language."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from tests.factories.home import ContentPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_welsh(page, welsh_home):
    return publish_translation(page, "cy", title="Oriau agor", slug="oriau")


@pytest.fixture
def act(client, staff, django_capture_on_commit_callbacks):
    """What the list of pages does with those that are ticked."""

    def act(action, *pages, **answers):
        client.force_login(staff)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        ids = "&".join(f"id={page.pk}" for page in pages)
        home = reverse("wagtailadmin_home")
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(f"{address}?{ids}&next={home}", answers)
        assert response.status_code == 302
        client.logout()

    return act


def status(client, address="/cy/oriau/"):
    return client.get(address).status_code


def test_pages_deleted_together_are_deleted_in_every_language(client, act, page, in_welsh):
    assert status(client) == 200
    act("delete", page)
    assert status(client) == 404
    assert not Page.objects.filter(pk=in_welsh.pk).exists()
    assert not any(Page.find_problems())


def test_nothing_that_repeated_a_deleted_page_is_left_in_its_words(client, act, page, in_welsh):
    below = ContentPageFactory(parent=page, title="Holidays", slug="holidays")
    alias = below.copy_for_translation(in_welsh.locale, alias=True)
    act("delete", below)
    assert not Page.objects.filter(pk=alias.pk).exists()


def test_a_translation_is_deleted_alone(client, act, page, in_welsh):
    act("delete", in_welsh)
    assert status(client, "/en/hours/") == 200


def test_pages_unpublished_together_are_unpublished_in_every_language(client, act, page, in_welsh):
    act("unpublish", page)
    assert status(client) == 410
    assert Page.objects.filter(pk=in_welsh.pk).exists()


def test_a_page_that_expires_does_so_in_every_language(client, page, in_welsh):
    page.refresh_from_db()
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    call_command("publish_scheduled")
    assert status(client) == 410


def test_pages_moved_together_are_moved_in_every_language(client, act, home, page, in_welsh):
    about = ContentPageFactory(parent=home, slug="about")
    publish_translation(about, "cy", slug="amdanom")
    act("move", page, chooser=about.pk)
    assert status(client, "/en/about/hours/") == 200
    assert status(client, "/cy/amdanom/oriau/") == 200
    assert not any(Page.find_problems())


def test_a_translation_stays_where_the_new_place_is_not_translated(
    client, act, home, page, in_welsh
):
    about = ContentPageFactory(parent=home, slug="about")
    act("move", page, chooser=about.pk)
    assert status(client, "/en/about/hours/") == 200
    assert status(client) == 200
