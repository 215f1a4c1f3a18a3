"""The frame of every page, by keyboard, on a phone and without JavaScript."""

from collections import Counter

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"width": 320, "height": 640}
INK = "element => getComputedStyle(element).color"
GROUND = "element => getComputedStyle(element).backgroundColor"


BROKEN_WORDS = """() => [...document.querySelectorAll(".whole")].filter(rest => {
    const word = document.createRange();
    word.setStart(rest.previousSibling, rest.previousSibling.length - 1);
    word.setEndAfter(rest);
    return new Set([...word.getClientRects()].map(box => Math.round(box.bottom))).size > 1;
}).map(rest => rest.parentElement.textContent)"""


PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
RENAME_ALL = """name => document.querySelectorAll(
    "main :is(h1, h2, h3, p, li, a):not(:has(*)), .facts:not(.facts--counts) dd, footer a, .band a"
).forEach(element => { element.textContent = name; })"""


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


@pytest.mark.parametrize("language", ["en", "cy", "gd"])
def test_name_and_menu_button_share_a_line_at_a_zoom_of_400_percent(phone, language):
    phone.goto(f"/{language}/")
    name, button = phone.locator(".masthead__name"), phone.locator(".menu-button")
    assert button.bounding_box()["y"] < name.bounding_box()["y"] + name.bounding_box()["height"]


def test_paper_is_white_though_the_screen_is_dark(page):
    page.emulate_media(color_scheme="dark", media="print")
    page.goto("/en/pledges/skills/")
    assert page.locator("body").evaluate(GROUND) == "rgb(255, 255, 255)"
    statuses = page.locator(".status--done").all()
    assert statuses
    assert {status.evaluate(INK) for status in statuses} == {"rgb(20, 96, 63)"}


def test_progress_is_seen_where_the_system_chooses_the_colours(page):
    page.emulate_media(forced_colors="active")
    page.goto("/en/pledges/")
    bar = page.locator("progress").first
    assert bar.evaluate(INK) != bar.evaluate(GROUND)
    assert bar.evaluate("bar => getComputedStyle(bar).forcedColorAdjust") == "none"


@pytest.mark.parametrize(
    "address", ["/gd/", "/gd/geallaidhean/sgilean/", "/cy/aelodau/nls/", "/cy/cysylltu/"]
)
def test_no_line_ends_within_a_word_that_begins_with_a_short_prefix(phone, address):
    phone.goto(address)
    assert phone.locator(".whole").count() > 0
    assert phone.evaluate(BROKEN_WORDS) == []


@pytest.mark.parametrize("address", ["/en/", "/cy/", "/gd/"])
@pytest.mark.parametrize("width", [900, 1000, 1160])
def test_no_item_of_the_menu_stands_alone(page, address, width):
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(address)
    items = page.locator(".main-menu li").all()
    lines = Counter(round(item.bounding_box()["y"]) for item in items)
    assert min(lines.values()) > 1


@pytest.mark.parametrize(
    "address",
    [
        "/cy/",
        "/cy/aelodau/",
        "/cy/aelodau/nls/",
        "/cy/digwyddiadau/cynhadledd-llyfrgelloedd-gydan-gilydd/",
        "/cy/addewidion/sgiliau/",
        "/cy/search/?q=llyfrgell",
    ],
)
def test_the_longest_of_names_fits_on_a_phone(phone, address):
    phone.goto(address)
    phone.evaluate(RENAME_ALL, PLACE)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
