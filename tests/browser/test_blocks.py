"""A film from elsewhere: nothing leaves the site before the reader asks for it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FILM = "/en/events/a-morning-for-makers-and-shopkeepers/"


@pytest.fixture
def elsewhere(page):
    """What the page asked of other hosts; they answer with an empty page."""
    asked = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body="<!doctype html><title>Player</title>", content_type="text/html")

    page.route(lambda url: "localhost" not in url, answer)
    return asked


def test_the_player_comes_only_when_asked_for_and_leaves_no_cookie(page, elsewhere):
    page.goto(FILM, wait_until="networkidle")
    assert elsewhere == []

    page.get_by_role("button", name="from YouTube").click()

    player = page.locator("iframe")
    expect(player).to_be_visible()
    expect(player).to_be_focused()
    assert all(url.startswith("https://www.youtube-nocookie.com/") for url in elsewhere)
    assert page.context.cookies() == []

    page.reload(wait_until="networkidle")
    expect(page.locator("iframe")).to_have_count(0)


def test_without_javascript_a_link_leads_to_the_film(browser, demonstration):
    context = browser.new_context(base_url=demonstration, java_script_enabled=False)
    page = context.new_page()
    page.goto(FILM)

    expect(page.get_by_role("button", name="from YouTube")).to_have_count(0)
    expect(page.get_by_role("link", name="at YouTube")).to_be_visible()
    context.close()
