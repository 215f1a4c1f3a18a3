"""What a mouse can do, the keyboard can; and what scripts ease, works without them."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
FOCUS = """() => {
    const focused = document.activeElement, box = focused.getBoundingClientRect();
    const shown = [focused, focused.closest(".card, .cover")].filter(Boolean)
        .some(element => getComputedStyle(element).outlineStyle !== "none");
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0;
    return [focused.id || focused.textContent.trim(), shown, inView];
}"""


@pytest.fixture
def bare(browser, demonstration):
    """A page on a phone, without JavaScript."""
    context = browser.new_context(base_url=demonstration, java_script_enabled=False, viewport=PHONE)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def tab_to(page, target, at_most=60):
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"No Tab leads to {target}")


@pytest.mark.parametrize("address", ["/en/", "/cy/aelodau/nls/", "/gd/search/?q=leabharlann"])
def test_every_tab_stop_is_seen(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    stops = page.locator("a[href], button, input:not([type=hidden]), select, summary")
    for _ in range(sum(stop.is_visible() for stop in stops.all())):
        page.keyboard.press("Tab")
        name, is_shown, is_in_view = page.evaluate(FOCUS)
        assert (is_shown, is_in_view) == (True, True), f"The focus on {name!r} is not to be seen"
    expect(page.locator("footer").get_by_role("link").last).to_be_focused()


@pytest.mark.parametrize("address", ["/en/members/nls/", "/cy/aelodau/nls/", "/cy/", "/gd/"])
def test_the_first_stop_leads_past_the_menus(page, address):
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link").first).to_be_focused()
    expect(page.get_by_role("link").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("home", "menu", "item", "address"),
    [
        ("/en/", "Menu", "Pledges", "/en/pledges/"),
        ("/cy/", "Dewislen", "Addewidion", "/cy/addewidion/"),
        ("/gd/", "Clàr-taice", "Geallaidhean", "/gd/geallaidhean/"),
    ],
)
def test_the_menu_of_a_phone_opens_and_leads_on(page, home, menu, item, address):
    page.set_viewport_size(PHONE)
    page.goto(home)
    tab_to(page, page.get_by_role("button", name=menu))
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".main-menu").get_by_role("link", name=item))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{address}$"))


@pytest.mark.parametrize(
    ("here", "language", "there"),
    [
        ("/cy/aelodau/", "English", "/en/members/"),
        ("/en/members/", "Cymraeg", "/cy/aelodau/"),
        ("/gd/buill/nls/mu-ar-deidhinn/", "Cymraeg", "/en/members/nls/about/"),  # no Welsh there
    ],
)
def test_the_languages_are_a_few_stops_away(page, here, language, there):
    page.goto(here)
    tab_to(page, page.locator(".languages").get_by_role("link", name=language), at_most=4)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{there}$"))
    expect(page.locator("html")).to_have_attribute("lang", there[1:3])


@pytest.mark.parametrize(
    ("home", "words", "heading", "choice"),
    [
        ("/en/", "skills", "for “skills”", "Pledge ("),
        ("/cy/", "sgiliau", "ar gyfer “sgiliau”", "Addewid ("),
    ],
)
def test_a_search_is_typed_and_narrowed(page, home, words, heading, choice):
    page.goto(home)
    tab_to(page, page.get_by_role("searchbox"))
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=heading)).to_be_visible()

    tab_to(page, page.get_by_role("link", name=choice), at_most=90)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("kind=pledge"))


@pytest.mark.parametrize("address", ["/en/members/nls/about/", "/cy/amdanom/"])
def test_an_answer_unfolds_and_folds(page, address):
    page.goto(address)
    answer = page.locator("details > div").first
    expect(answer).to_be_hidden()
    tab_to(page, page.locator("summary").first)
    page.keyboard.press("Space")
    expect(answer).to_be_visible()
    page.keyboard.press("Enter")
    expect(answer).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/en/events/a-morning-for-makers-and-shopkeepers/", "from YouTube"),
        ("/cy/digwyddiadau/bore-i-grefftwyr-a-pherchnogion-siopau/", "o YouTube"),
    ],
)
def test_a_film_is_asked_for(page, address, name):
    page.route("https://**", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto(address)
    tab_to(page, page.get_by_role("button", name=name))
    page.keyboard.press("Enter")
    expect(page.locator("iframe")).to_be_focused()


@pytest.mark.parametrize(
    "address",
    [
        "/en/news/what-twelve-librarians-learned-in-a-week/",
        "/cy/newyddion/yr-hyn-a-ddysgodd-deuddeg-llyfrgellydd-mewn-wythnos/",
    ],
)
def test_a_gallery_hides_nothing_and_holds_nobody(page, address):
    """Its pictures are simply there: there is nothing to open, and the next Tab leads past."""
    page.goto(address)
    gallery = page.locator(".block--gallery")
    assert gallery.locator("a, button, summary, [tabindex]").count() == 0
    pictures = gallery.get_by_role("figure")
    assert pictures.count() > 1
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        expect(picture.locator("img")).to_have_js_property("complete", True)
        assert picture.locator("img").evaluate("img => img.naturalWidth") > 0
        assert picture.bounding_box()["x"] >= 0
    tab_to(page, page.locator("footer").get_by_role("link").last)


@pytest.mark.parametrize(
    ("address", "nation"), [("/en/members/", "Wales"), ("/cy/aelodau/", "Cymru")]
)
def test_the_members_are_filtered(page, address, nation):
    page.goto(address)
    tab_to(page, page.get_by_role("link", name=re.compile(f"^{nation}")))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("nation=wales"))
    expect(page.locator("main [aria-current]").last).to_contain_text(nation)


@pytest.mark.parametrize(
    ("address", "send"), [("/en/contact/", "Send"), ("/cy/cysylltu/", "Anfon")]
)
def test_what_is_wrong_with_a_message_is_said_at_once(page, address, send):
    page.goto(address)
    page.locator("main form").get_by_role("button", name=send).focus()
    page.keyboard.press("Enter")

    problem = page.get_by_role("alert")
    expect(problem).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    field = page.locator("main [aria-invalid=true]").first
    expect(field).to_be_focused()
    described = field.get_attribute("aria-describedby").split()
    assert any(page.locator(f"#{name}").inner_text() for name in described)


def test_the_menu_and_the_search_work_without_javascript(bare):
    bare.goto("/en/")
    bare.locator(".main-menu").get_by_role("link", name="News").click()
    expect(bare.get_by_role("heading", level=1)).to_have_text("News")
    bare.get_by_role("searchbox").fill("skills")
    bare.get_by_role("searchbox").press("Enter")
    expect(bare.get_by_role("heading", name="for “skills”")).to_be_visible()


def test_the_filters_work_without_javascript(bare):
    bare.goto("/en/search/?q=skills")
    bare.locator("summary").click()
    bare.get_by_role("link", name="Pledge (").click()
    expect(bare.get_by_role("heading", name="for “skills”")).to_be_visible()
    bare.goto("/en/members/")
    bare.get_by_role("link", name=re.compile("^Wales")).click()
    expect(bare).to_have_url(re.compile("nation=wales"))
    bare.goto("/en/news/")
    bare.get_by_label("News of").select_option(index=1)
    bare.get_by_role("button", name="Show").click()
    expect(bare).to_have_url(re.compile("scope="))
