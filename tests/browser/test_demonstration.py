"""The demonstration as a visitor and as an editor meet it."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "cy", "gd"])
def test_the_home_page_is_in_its_language(page, language):
    page.goto(f"/{language}/")
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1


def test_the_first_tab_stop_skips_to_the_content(page):
    page.goto("/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_visitor_gets_no_cookie(page):
    page.goto("/en/")
    page.goto("/en/search/?q=library")
    assert page.context.cookies() == []


def test_an_editor_signs_in(sign_in):
    page = sign_in("bodleian-editor")
    assert page.locator("h1").count() == 1
