"""Every kind of page in every language: read by axe, squeezed to 320 pixels, and listened to."""

import re
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from babel.messages.pofile import read_po

from alliance.base.catalogues import PLACEHOLDER, path_of, translated_languages

pytestmark = pytest.mark.browser

# Where each kind is found in English; the language links of the page lead to the others.
PLACES = {
    "home": "/en/",
    "content": "/en/about/",
    "history": "/en/about/history/",
    "accessibility statement": "/en/accessibility/",
    "news index": "/en/news/",
    "story with a gallery": "/en/news/what-twelve-librarians-learned-in-a-week/",
    "news release": "/en/news/nine-library-bodies-form-an-alliance/",
    "press pictures": "/en/news/nine-library-bodies-form-an-alliance/pictures/"
    "|/cy/newyddion/naw-corff-llyfrgell-yn-ffurfio-cynghrair/pictures/"
    "|/gd/naidheachdan/naoi-buidhnean-leabharlainn-a-steidheachadh-caidreachas/pictures/",
    "event index": "/en/events/",
    "event index, none found": "/en/events/?kind=conference&when=past"
    "|/cy/digwyddiadau/?kind=conference&when=past|/gd/tachartasan/?kind=conference&when=past",
    "event": "/en/events/libraries-together-conference/",
    "event with a film": "/en/events/a-morning-for-makers-and-shopkeepers/",
    "report index": "/en/reports/",
    "report": "/en/reports/a-map-of-library-skills/",
    "resource index": "/en/resources/",
    "resource": "/en/resources/policy-officer-wales/",
    "programme": "/en/living-knowledge-network/",
    "topics": "/en/topics/",
    "topic": "/en/topics/skills/",
    "contact form": "/en/contact/",
    "contact form, with errors": "/en/contact/",
    "member directory": "/en/members/",
    "member directory, filtered": "/en/members/?nation=wales"
    "|/cy/aelodau/?nation=wales|/gd/buill/?nation=wales",
    "member directory, none found": "/en/members/?kind=national&nation=wales"
    "|/cy/aelodau/?kind=national&nation=wales|/gd/buill/?kind=national&nation=wales",
    "member home": "/en/members/nls/",
    "member's page": "/en/members/nls/about/",
    "member's news": "/en/members/nls/news/",
    "pledges": "/en/pledges/",
    "pledge": "/en/pledges/skills/",
    "search, empty": "/en/search/",
    "search": "/en/search/?q=library|/cy/search/?q=llyfrgell|/gd/search/?q=leabharlann",
    "search, filtered": "/en/search/?q=library&kind=news|/cy/search/?q=llyfrgell&kind=news"
    "|/gd/search/?q=leabharlann&kind=news",
    "search, nothing found": "/en/search/?q=zebra|/cy/search/?q=zebra|/gd/search/?q=zebra",
    "not found": "/en/no-such-page/|/cy/no-such-page/|/gd/no-such-page/",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is wrong comes back; the rest of the answer is ten times the page.
AXE = """rules => axe.run(document, {
    runOnly: rules, resultTypes: ["violations"], selectors: false, preload: false
}).then(results => results.violations)"""
LARGE, SMALL = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
OTHER_LANGUAGES = """() => [...document.querySelectorAll(".languages a")]
    .filter(link => link.hreflang === link.querySelector("[lang]").lang)
    .map(link => link.pathname + link.search)"""
TEXTS = """() => {
    const texts = document.title.split(" · ").map(text => [document.documentElement.lang, text]);
    const add = (element, text) => text?.trim() && !element.closest("script, style, template")
        && texts.push([element.closest("[lang]").lang, text.trim().replace(/\\s+/g, " ")]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) add(walker.currentNode.parentElement, walker.currentNode.data);
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]"))
        for (const name of ["aria-label", "placeholder", "title"])
            add(element, element.getAttribute(name));
    return texts;
}"""
ENGLISH_DATE = re.compile(
    r"\b(January|February|March|April|June|July|August|September|October|November|December"
    r"|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


@dataclass
class Look:
    language: str
    address: str
    said_language: str
    violations: list[str] = field(default_factory=list)
    overflow: int = 0
    texts: list[tuple[str, str]] = field(default_factory=list)
    """What is read aloud, each with the language that it is marked as."""


@pytest.fixture(scope="module")
def reader(browser, demonstration):
    # Nothing moves, so that no colour is judged halfway through a transition.
    context = browser.new_context(base_url=demonstration, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=PLACES.items(), ids=PLACES.keys())
def looks(request, reader):
    """One kind of page in all its languages, each visited once for all the tests."""
    kind, place = request.param
    addresses = place.split("|")
    looks = [look_at(reader, kind, addresses.pop(0))]
    looks += [look_at(reader, kind, at) for at in addresses or others(reader, looks[0])]
    return looks


def others(reader, look):
    return [at for at in reader.evaluate(OTHER_LANGUAGES) if not at.startswith("/en/")]


def look_at(reader, kind, address):
    reader.set_viewport_size(LARGE)
    reader.emulate_media(color_scheme="light")
    reader.goto(address)
    if kind.endswith("with errors"):
        reader.locator("main form button").click()
        reader.locator("main [role=alert]").wait_for()
    language = reader.locator("html").get_attribute("lang")
    look = Look(address.split("/")[1], address, language, texts=reader.evaluate(TEXTS))
    reader.evaluate(AXE_SCRIPT)
    look.violations += axe(reader, f"{address} in light")
    reader.emulate_media(color_scheme="dark")
    reader.set_viewport_size(SMALL)
    look.violations += axe(reader, f"{address} in dark, at 320 pixels")
    look.overflow = reader.evaluate("document.documentElement.scrollWidth") - SMALL["width"]
    return look


def axe(reader, where):
    return [
        f"{where}: {found['help']} ({found['id']}), {len(found['nodes'])} times, "
        f"first {found['nodes'][0]['html'][:200]}"
        for found in reader.evaluate(AXE, RULES)
    ]


@pytest.fixture(scope="module")
def foreign_words():
    """For each language a pattern of the other languages' UI strings, where they differ."""
    strings = {code: set() for code in ("en", *translated_languages())}
    for code in translated_languages():
        with path_of(code).open("rb") as file:
            for message in read_po(file, locale=code):
                strings["en"].update(forms(message.id))
                strings[code].update(forms(message.string))
    return {code: pattern_of(strings, code) for code in strings}


def forms(text):
    """Strings that are mere placeholders, or a word of any language, tell nothing."""
    for form in [text] if isinstance(text, str) else text:
        if len(re.sub(r"\W|\d", "", PLACEHOLDER.sub("", form))) > 3:
            yield form


def pattern_of(strings, own):
    foreign = set().union(*(strings[code] for code in strings if code != own)) - strings[own]
    return re.compile(
        "|".join(".+?".join(map(re.escape, PLACEHOLDER.split(text))) for text in sorted(foreign))
    )


def test_axe_finds_nothing(looks):
    found = [violation for look in looks for violation in look.violations]
    assert not found, "\n".join(found)


def test_nothing_scrolls_sideways_at_320_pixels(looks):
    assert [(look.address, look.overflow) for look in looks if look.overflow > 0] == []


def test_each_page_says_its_language(looks):
    assert [look.said_language for look in looks] == [look.language for look in looks]
    assert {code for look in looks for code, _ in look.texts} <= {"en", "cy", "gd"}


def test_no_words_are_marked_as_another_language(looks, foreign_words):
    """A screen reader would read them with the wrong voice; most are strings untranslated."""
    found = [
        f"{look.address}: {text!r} is marked as {code}"
        for look in looks
        for code, text in look.texts
        if foreign_words[code].fullmatch(text) or (code != "en" and ENGLISH_DATE.search(text))
    ]
    assert not found, "\n".join(found)
