"""The frame of every page, by keyboard, on a phone and without JavaScript."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"width": 320, "height": 640}


@pytest.fixture
def phone(page):
    page.set_viewport_size(PHONE)
    return page


def test_the_menu_opens_on_a_phone_and_closes_with_escape(phone):
    phone.goto("/en/")
    button = phone.get_by_role("button", name="Menu")
    menu = phone.get_by_role("navigation", name="Main menu")
    expect(menu).to_be_hidden()

    button.click()
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")

    menu.get_by_role("link").first.focus()
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_is_open_on_a_phone_without_javascript(browser, demonstration):
    context = browser.new_context(base_url=demonstration, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto("/en/")
    expect(page.get_by_role("navigation", name="Main menu")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", [320, 834, 2560])
@pytest.mark.parametrize("address", ["/en/", "/en/members/nls/", "/en/pledges/skills/", "/cy/"])
def test_no_page_scrolls_sideways(page, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_member_s_section_wears_its_own_colours(page):
    page.goto("/en/members/nls/")
    ground = page.locator(".band").evaluate("band => getComputedStyle(band).backgroundColor")
    page.goto("/en/members/bodleian/")
    other = page.locator(".band").evaluate("band => getComputedStyle(band).backgroundColor")
    assert ground != other
