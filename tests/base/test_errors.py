"""What a reader sees when something is missing, closed, withdrawn or broken."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client

from alliance.base import views
from tests.factories.home import ContentPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def welsh(home):
    return publish_translation(home, "cy", title="Hafan")


def assert_helpful(response, status, words):
    text = response.content.decode()
    assert response.status_code == status
    assert '<html lang="cy">' in text
    assert words in text
    assert "Mynd i’r hafan" in text


def test_a_missing_page_is_said_to_be_missing_and_offers_the_search(client, welsh):
    response = client.get("/cy/dim-byd/")
    assert_helpful(response, 404, "Nid yw’r dudalen hon ar y silff")
    assert 'action="/cy/search/"' in response.content.decode()


def test_a_withdrawn_page_is_said_to_be_withdrawn(client, welsh):
    page = ContentPageFactory(parent=welsh, slug="hanes")
    page.save_revision().publish()
    page.refresh_from_db()
    page.unpublish()
    assert_helpful(client.get("/cy/hanes/"), 410, "Mae’r dudalen hon wedi’i thynnu’n ôl")


def test_a_form_from_elsewhere_is_refused_in_the_readers_language(welsh):
    reader = Client(enforce_csrf_checks=True)
    response = reader.post("/cy/_util/authenticate_with_password/1/1/", {"password": "x"})
    assert_helpful(response, 403, "Mae’r dudalen hon yn y storfa gaeedig")


def test_a_request_that_makes_no_sense_is_said_not_to_be_understood(client, welsh, monkeypatch):
    def fail(*args):
        raise SuspiciousOperation

    monkeypatch.setattr(views, "route", fail)
    assert_helpful(client.get("/cy/"), 400, "Nid oedd modd inni ddarllen y cais hwnnw")


@pytest.mark.parametrize("address", ["/cy/dim-byd/", "/dim-byd/", "/cy/search/", "/cy/"])
def test_a_query_of_too_many_parts_is_no_fault_of_ours(client, welsh, address):
    client.raise_request_exception = False
    assert client.get(address + "?" + "a=1&" * 10_001).status_code in (200, 400, 404)


def test_a_fault_of_ours_is_owned_up_to_without_the_database(
    client, welsh, monkeypatch, django_assert_num_queries
):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr(views, "route", fail)
    client.raise_request_exception = False
    with django_assert_num_queries(0):
        assert_helpful(client.get("/cy/"), 500, "Mae’r troli wedi troi drosodd")


def test_there_is_one_place_to_sign_in(client, welsh):
    """Wagtail has another, in English, to which nothing leads."""
    response = client.get("/cy/_util/login/?next=/cy/")
    assert response.headers["Location"] == "/admin/login/?next=/cy/"
