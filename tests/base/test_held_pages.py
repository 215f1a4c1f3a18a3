"""A page that was sent once is sent again as it was, and never when it has changed."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db
MIDDLEWARE = "alliance.base.held_pages.HeldPagesMiddleware"


@pytest.fixture(autouse=True)
def held_pages(settings):
    """Where production has it."""
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:3], MIDDLEWARE, *settings.MIDDLEWARE[3:]]


def queries_for(client, address, **extra):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, **extra)
    return len(queries), response


def test_the_second_reader_costs_one_query_and_gets_the_same(client, home):
    first = client.get("/en/")
    count, second = queries_for(client, "/en/")
    assert count == 1
    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_caches_in_front_learn_how_old_it_is(client, home, monkeypatch):
    client.get("/en/")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 40)
    assert 39 <= int(client.get("/en/")["Age"]) <= 41


def test_what_is_published_is_seen_at_once(client, home):
    client.get("/en/")
    home.title = "Another name"
    home.save_revision().publish()
    assert "Another name" in client.get("/en/").content.decode()


def test_what_is_taken_back_is_gone_at_once(client, home):
    client.get("/en/")
    home.unpublish()
    assert client.get("/en/").status_code == 404


def test_what_becomes_private_is_private_at_once(client, home):
    client.get("/en/")
    PageViewRestriction.objects.create(page=home, restriction_type="login")
    assert client.get("/en/").status_code == 302


def test_a_private_page_is_not_held_for_those_who_may_not_see_it(client, admin_client, home):
    PageViewRestriction.objects.create(page=home, restriction_type="login")
    assert admin_client.get("/en/").status_code == 200
    assert client.get("/en/").status_code == 302


def test_who_is_signed_in_always_gets_the_page_itself(client, admin_client, home):
    client.get("/en/")
    assert b"wagtail-userbar" in admin_client.get("/en/").content
    assert b"wagtail-userbar" not in client.get("/en/").content


def test_each_language_and_form_of_the_words_is_held_apart(client, home):
    publish_translation(home, "cy", title="Hafan")
    client.get("/en/")
    assert "Hafan" in client.get("/cy/").content.decode()
    zipped = client.get("/en/", headers={"accept-encoding": "gzip"})
    assert zipped["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get("/en/")


@pytest.mark.parametrize("address", ["/en/?utm_source=letter", "/en/search/?q=book"])
def test_an_address_with_a_query_is_never_held(client, home, address):
    client.get(address)
    count, response = queries_for(client, address)
    assert count > 1
    assert "Age" not in response


def test_the_root_is_answered_by_each_readers_preference(client, home):
    publish_translation(home, "cy", title="Hafan")
    client.get("/", headers={"accept-language": "en"})
    assert client.get("/", headers={"accept-language": "cy"})["Location"] == "/cy/"


def test_a_missing_page_is_not_held(client, home):
    client.get("/en/nothing/")
    assert "Age" not in client.get("/en/nothing/")


def test_nothing_is_held_where_pages_may_not_be_cached(client, home, settings):
    settings.PAGE_MAX_AGE = 0
    client.get("/en/")
    assert "Age" not in client.get("/en/")
