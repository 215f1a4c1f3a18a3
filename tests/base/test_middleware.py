"""What every answer of the site has in common."""

import pytest

pytestmark = pytest.mark.django_db


def test_readers_get_no_cookie_and_any_cache_may_hold_the_page(client, home):
    response = client.get("/en/")
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.get("Vary", "")


def test_what_a_signed_in_person_gets_stays_private(admin_client, home):
    assert "private" in admin_client.get("/en/")["Cache-Control"]


def test_public_pages_run_no_inline_script_or_style(client, home):
    response = client.get("/en/")
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert "<style" not in response.content.decode()
    assert " style=" not in response.content.decode()


@pytest.mark.parametrize(
    ("wanted", "target"), [("cy", "/cy/"), ("gd, en;q=0.5", "/en/"), ("fr", "/en/"), ("", "/en/")]
)
def test_the_root_leads_to_the_language_a_reader_prefers(client, home, wanted, target):
    from tests.factories.site import publish_translation

    publish_translation(home, "cy", title="Hafan")
    response = client.get("/", headers={"accept-language": wanted})
    assert response["Location"] == target
    assert "Accept-Language" in response["Vary"]


def test_what_is_missing_is_said_in_the_language_of_the_address(client, home):
    assert '<html lang="cy"' in client.get("/cy/dim-byd/").content.decode()


def test_a_missing_address_without_a_language_is_missing(client, home):
    """Django would send it to a page that is missing as well."""
    assert client.get("/nothing/", headers={"accept-language": "cy"}).status_code == 404
