"""The demonstration as a visitor and as an editor meet it."""

import gzip
import re

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "cy", "gd"])
def test_the_home_page_is_in_its_language(page, language):
    page.goto(f"/{language}/")
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1


def test_a_visitor_gets_no_cookie(page):
    page.goto("/en/")
    page.goto("/en/search/?q=library")
    assert page.context.cookies() == []


def test_an_editor_signs_in(sign_in):
    page = sign_in("bodleian-editor")
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", ["en", "cy", "gd"])
def test_the_home_page_weighs_less_than_60_kilobytes(page, language):
    """HTML, style sheets and scripts together, compressed as any server would."""
    html = page.request.get(f"/{language}/").text()
    linked = re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js))"', html)
    bodies = [html.encode(), *(page.request.get(address).body() for address in linked)]
    assert linked
    assert sum(len(gzip.compress(body)) for body in bodies) < 60_000
