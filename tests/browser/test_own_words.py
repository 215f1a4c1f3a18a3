"""An edit page as somebody meets it who works in Welsh, with what Wagtail's scripts draw."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.test_accessibility import AXE, RULES

pytestmark = pytest.mark.browser
NEWS = "nine-library-bodies-form-an-alliance"
# What axe finds in English as well: Wagtail's rich text, and its lists of plain fields, have
# no names of their own.
WAGTAILS = {"aria-input-field-name", "label"}
# Blocks, their fields, choices and help, the entries of the outline, and the menu.
DRAWN = {
    ".c-sf-block__type": "Pennawd",
    "[data-streamfield-child] .w-field__label": "Lefel",
    "[data-streamfield-child] .help": "Heb ddyfynodau.",
    "[data-streamfield-child] option": "Pennawd",
    ".w-minimap-item__text": "Crynodeb",
    ".menuitem-label": "Pynciau",
}
UNRESOLVED = """() => [...document.querySelectorAll("body *:not(script)")]
    .filter(element => [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && node.data.includes("\\u2063")))
    .map(element => element.outerHTML)"""


@pytest.fixture
def edit(sign_in, page):
    page.set_extra_http_headers({"Accept-Language": "cy, en;q=0.5"})
    page.set_viewport_size({"width": 1400, "height": 1000})
    sign_in("alliance-editor")

    def open_page(kind, slug):
        query = f"?type=home.{kind}&locale=en&slug={slug}"
        found = page.request.get(f"/admin/api/main/pages/{query}").json()["items"]
        page.goto(f"/admin/pages/{found[0]['id']}/edit/")
        page.locator(".w-minimap-item__text[lang]").first.wait_for(state="attached")
        return page

    return open_page


@pytest.fixture
def editing(edit):
    return edit("NewsPage", NEWS)


@pytest.mark.parametrize(("selector", "words"), DRAWN.items(), ids=DRAWN.values())
def test_what_scripts_draw_is_in_welsh_and_says_so(editing, selector, words):
    found = editing.locator(f"{selector}[lang=cy]").filter(has_text=words)
    found.first.wait_for(state="attached")


def test_blocks_are_offered_in_welsh(editing):
    editing.locator(".c-sf-add-button").first.click()
    editing.locator(".w-combobox__option-text[lang=cy]").filter(has_text="Dyfyniad").wait_for()


def test_wagtails_words_and_what_people_wrote_are_left_alone(editing):
    assert editing.locator("html").get_attribute("lang") == "en"
    pages = editing.locator(".menuitem-label").filter(has_text=re.compile(r"^Pages$"))
    assert pages.get_attribute("lang") is None
    assert editing.get_by_role("button", name="Save draft").count()
    assert editing.locator(".c-sf-block__title[lang]").count() == 0
    assert editing.evaluate(UNRESOLVED) == []


def violations(page):
    page.evaluate(AXE_SCRIPT)
    return {found["id"] for found in page.evaluate(AXE, RULES)}


def test_axe_finds_nothing(edit):
    assert violations(edit("NewsIndexPage", "news")) == set()


def test_axe_finds_nothing_in_blocks_that_it_does_not_find_in_english(editing):
    assert violations(editing) <= WAGTAILS
