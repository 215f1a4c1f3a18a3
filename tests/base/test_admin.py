"""The admin under the alliance's own name, in a language that it speaks throughout."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def shown(client, name, **headers):
    return client.get(reverse(name), headers=headers).content.decode()


def test_people_sign_in_to_the_alliance(client):
    text = shown(client, "wagtailadmin_login")
    assert "Sign in to the Libraries Alliance" in text
    assert "<title>Sign in - Libraries Alliance</title>" in text
    assert "Sign in to Wagtail" not in text


def test_who_signs_in_is_greeted_in_the_language_of_the_browser(client):
    text = shown(client, "wagtailadmin_login", **{"accept-language": "cy"})
    assert '<span lang="cy">Mewngofnodi i Gynghrair y Llyfrgelloedd</span>' in text


@pytest.mark.parametrize("name", ["wagtailadmin_login", "wagtailadmin_home"])
def test_the_alliances_mark_stands_for_the_admin(admin_client, client, name):
    text = shown(client if name == "wagtailadmin_login" else admin_client, name)
    assert '<link rel="icon" href="/static/img/mark.svg"' in text
    assert '<img src="/static/img/mark.svg"' in text
    assert "favicon.ico" not in text


@pytest.mark.parametrize("wanted", ["cy", "gd", "de"])
@pytest.mark.parametrize("name", ["wagtailadmin_login", "wagtailadmin_home"])
def test_english_screens_claim_no_other_language(admin_client, client, name, wanted):
    """Wagtail's own words are there in English alone, or ours are."""
    browser = client if name == "wagtailadmin_login" else admin_client
    text = shown(browser, name, **{"accept-language": wanted})
    assert '<html lang="en"' in text
    assert "Libraries Alliance" in text
