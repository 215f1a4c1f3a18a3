"""What Word, Google Docs and LibreOffice leave on the clipboard, pasted into a page."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CLIPBOARD = Path(__file__).parent / "clipboard"
BODY = "[data-contentpath=body]"
NOTES = "[data-contentpath=notes_to_editors]"
TEXT = ".public-DraftEditor-content"
PASTE = """(element, [html, text]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    const options = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent("paste", options));
}"""
VALUE = """body => [...body.querySelectorAll("*")].find(element => element.rootBlock)
    .rootBlock.getValue().map(({ type, value }) => [type, value])"""
HOURS = {
    "columns": [
        {"type": "text", "heading": "Branch"},
        {"type": "text", "heading": "Hours"},
        {"type": "number", "heading": "Loans"},
    ],
    "rows": [{"values": ["Wick", "9 to 20", "1,200"]}, {"values": ["Thurso", "10 to 16", "950"]}],
    "caption": "",
}


@pytest.fixture
def new_page(sign_in, page):
    def open_page(language="en"):
        page.set_extra_http_headers({"Accept-Language": language})
        page.set_viewport_size({"width": 1280, "height": 1000})
        sign_in("alliance-editor")
        query = "?type=home.NewsIndexPage&locale=en&slug=news"
        found = page.request.get(f"/admin/api/main/pages/{query}").json()["items"]
        page.goto(f"/admin/pages/add/home/newspage/{found[0]['id']}/")
        return page

    return open_page


@pytest.fixture
def body(new_page):
    return with_text_block(new_page())


def with_text_block(page):
    """Where to type in a first text of the body."""
    page.locator(f"{BODY} .c-sf-add-button").first.click()
    page.locator("[role=option]").filter(has_text=re.compile("^(Text|Testun)$")).first.click()
    text = page.locator(f"{BODY} {TEXT}").first
    text.click()
    return text


def sample(name):
    return (CLIPBOARD / f"{name}.html").read_text()


def paste(field, html, text="several words"):
    field.evaluate(PASTE, [html, text])


def blocks(page):
    """Each block of the body: a text as its paragraphs, anything else as its value."""
    page.wait_for_timeout(400)  # until the editors have written to their fields
    found = page.locator(BODY).first.evaluate(VALUE)
    return [(type_, paragraphs(value) if type_ == "rich_text" else value) for type_, value in found]


def paragraphs(value):
    return [(part["type"], part["depth"], part["text"]) for part in json.loads(value)["blocks"]]


def marks(page):
    """What is bold, italic or a link in the texts of the body, with its words."""
    page.wait_for_timeout(400)
    found = []
    for type_, value in page.locator(BODY).first.evaluate(VALUE):
        raw = json.loads(value) if type_ == "rich_text" else {"blocks": []}
        for part in raw["blocks"]:
            for span in part["inlineStyleRanges"] + part["entityRanges"]:
                words = part["text"][span["offset"] : span["offset"] + span["length"]]
                entity = raw["entityMap"].get(str(span.get("key")), {})
                found.append((span.get("style") or entity["data"]["url"], words))
    return found


def test_word_becomes_headings_texts_and_a_table(body, page):
    paste(body, sample("word"))
    assert blocks(page) == [
        ("heading", {"text": "Opening hours", "level": "h2"}),
        (
            "rich_text",
            [
                ("unstyled", 0, "The Wick branch is open late, see the hours or this."),
                ("unstyled", 0, "We close at noon."),
                ("header-three", 0, "What to bring"),
                ("unordered-list-item", 0, "A card"),
                ("unordered-list-item", 1, "or a letter"),
                ("unordered-list-item", 0, "A bag"),
                ("ordered-list-item", 0, "Join"),
                ("ordered-list-item", 0, "Borrow"),
            ],
        ),
        ("table", {"caption": "Hours of the branches", "table": HOURS, "row_headings": False}),
        ("rich_text", [("unstyled", 0, "All are welcome.")]),
    ]
    assert marks(page) == [
        ("BOLD", "open late"),
        ("https://example.org/hours", "the hours"),
        ("ITALIC", "welcome"),
    ]


def test_google_docs(body, page):
    paste(body, sample("google-docs"))
    heading, text, table = blocks(page)
    assert heading == ("heading", {"text": "Reading groups", "level": "h2"})
    assert text[1] == [
        ("unstyled", 0, "Come every Monday at six, find yours."),
        ("ordered-list-item", 0, "Read"),
        ("unordered-list-item", 1, "aloud"),
        ("ordered-list-item", 0, "Talk"),
    ]
    assert table[1]["row_headings"] is True
    assert table[1]["table"]["rows"] == [{"values": ["Bangor", "12"]}]
    assert ("BOLD", "every Monday") in marks(page)
    assert len(marks(page)) == 3


def test_libreoffice(body, page):
    paste(body, sample("libreoffice"))
    heading, text, table = blocks(page)
    assert heading == ("heading", {"text": "Getting here", "level": "h2"})
    assert text[1][1:] == [
        ("unordered-list-item", 0, "Line 4"),
        ("unordered-list-item", 1, "every hour"),
        ("unordered-list-item", 0, "Line 9"),
    ]
    assert [column["heading"] for column in table[1]["table"]["columns"]] == [
        "Line",
        "Leaves",
        "Leaves",
    ]
    assert table[1]["table"]["rows"][1] == {"values": ["4", "11:00", "12:00"]}


def test_what_was_pasted_is_saved_and_published(body, page):
    paste(body, sample("word"))
    assert len(blocks(page)) == 4
    page.locator("[data-contentpath=title] textarea, [name=title]").first.fill("Pasted from Word")
    page.locator("[name=summary]").fill("As it was in Word.")
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/$"))

    page.goto("/en/news/pasted-from-word/")
    main = page.locator("main")
    expect(main.get_by_role("heading", name="Opening hours", level=2)).to_be_visible()
    expect(main.get_by_role("heading", name="What to bring", level=3)).to_be_visible()
    expect(main.locator("ul ul li")).to_have_text("or a letter")
    expect(main.locator(".block--rich-text ol > li")).to_have_text(["Join", "Borrow"])
    expect(main.get_by_role("link", name="the hours")).to_have_attribute(
        "href", "https://example.org/hours"
    )
    table = main.get_by_role("table", name="Hours of the branches")
    expect(table.get_by_role("columnheader")).to_have_text(["Branch", "Hours", "Loans"])
    expect(table.get_by_role("cell", name="1,200")).to_be_visible()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            '<p role="heading" aria-level="1">Hours</p>'
            '<div><ul><li data-aria-level="1"><p>one</p></li></ul></div>'
            '<div><ul><li data-aria-level="2"><p>two</p></li></ul></div>',
            [
                ("heading", {"text": "Hours", "level": "h2"}),
                (
                    "rich_text",
                    [("unordered-list-item", 0, "one"), ("unordered-list-item", 1, "two")],
                ),
            ],
            id="Word on the web",
        ),
        pytest.param(
            "<ul><li><p>a</p><p>b</p></li></ul><p>x<br><br>y<br>z</p>",
            [
                (
                    "rich_text",
                    [
                        ("unordered-list-item", 0, "a\nb"),
                        ("unstyled", 0, "x"),
                        ("unstyled", 0, "y\nz"),
                    ],
                )
            ],
            id="breaks",
        ),
        pytest.param(
            "<table><tr><td><p>For</p><p>layout</p></td></tr></table>",
            [("rich_text", [("unstyled", 0, "For"), ("unstyled", 0, "layout")])],
            id="a table for layout",
        ),
    ],
)
def test_what_others_leave_on_the_clipboard(body, page, html, expected):
    paste(body, html)
    assert blocks(page) == expected


def test_a_heading_within_a_sentence_is_its_words(body, page):
    page.keyboard.type("This is ")
    paste(body, "<h2>a heading</h2>")
    assert blocks(page) == [("rich_text", [("unstyled", 0, "This is a heading")])]


def test_an_empty_paragraph_begun_for_a_table_goes(body, page):
    page.keyboard.type("Intro")
    page.keyboard.press("Enter")
    paste(body, "<table><tr><td>A<td>B<tr><td>x<td>y</table>")
    text, table = blocks(page)
    assert text == ("rich_text", [("unstyled", 0, "Intro")])
    assert table[1]["table"]["rows"] == [{"values": ["x", "y"]}]
    expect(page.locator("[name$='-value-caption']").last).to_be_focused()


def test_a_table_within_a_text_divides_it(body, page):
    page.keyboard.type("Before.After.")
    for _ in "After.":
        page.keyboard.press("ArrowLeft")
    paste(body, "<p>First.</p><table><tr><td>A<td>B<tr><td>1<td>2</table>")
    assert blocks(page) == [
        ("rich_text", [("unstyled", 0, "Before.First.")]),
        (
            "table",
            {
                "caption": "",
                "table": {
                    "columns": [
                        {"type": "number", "heading": "A"},
                        {"type": "number", "heading": "B"},
                    ],
                    "rows": [{"values": ["1", "2"]}],
                    "caption": "",
                },
                "row_headings": False,
            },
        ),
        ("rich_text", [("unstyled", 0, "After.")]),
    ]


def test_headings_continue_those_above(body, page):
    paste(body, "<h1>One</h1><p>Text.</p>")
    last = page.locator(f"{BODY} {TEXT}").last
    expect(last).to_be_focused()
    page.keyboard.press("Enter")
    paste(last, "<h4>Below</h4><p>More.</p><h4>Beside</h4><p>End.</p>")
    assert [type_ for type_, _ in blocks(page)] == ["heading", "rich_text"]
    assert blocks(page)[1][1] == [
        ("unstyled", 0, "Text."),
        ("header-three", 0, "Below"),
        ("unstyled", 0, "More."),
        ("header-three", 0, "Beside"),
        ("unstyled", 0, "End."),
    ]


def test_what_was_pasted_into_a_text_is_undone(body, page):
    page.keyboard.type("Mine. ")
    page.wait_for_timeout(400)
    paste(body, "<p>Theirs.</p><ul><li>Entry</li></ul>")
    assert blocks(page)[0][1] == [
        ("unstyled", 0, "Mine. Theirs."),
        ("unordered-list-item", 0, "Entry"),
    ]
    page.keyboard.press("Control+z")
    assert blocks(page) == [("rich_text", [("unstyled", 0, "Mine. ")])]


def test_a_short_text_keeps_what_it_allows(new_page):
    page = new_page()
    notes = page.locator(f"{NOTES} {TEXT}")
    notes.click()
    paste(notes, sample("word"))
    expect(notes.locator("h1, h2, h3, h4, table, img")).to_have_count(0)
    expect(notes.locator("ul li")).to_have_text(["A card", "or a letter", "A bag"])
    expect(notes).to_contain_text("Opening hours")
    expect(notes).to_contain_text("Branch – Hours – Loans")
    expect(notes).to_contain_text("Wick – 9 to 20 – 1,200")


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="javascript:alert(1)">Words</a></p>',
        '<p><a href=" java\nscript:alert(1)">Words</a></p>',
        '<p><a href="file:///C:/a.docx">Words</a></p>',
        '<p onclick="x()">Words<script>alert(1)</script><img src=x onerror="alert(1)"></p>',
    ],
)
def test_nothing_that_runs_or_leads_astray_comes_along(body, page, html):
    paste(body, html)
    assert blocks(page) == [("rich_text", [("unstyled", 0, "Words")])]
    assert marks(page) == []


def test_an_address_is_still_made_a_link(body, page):
    address = "https://example.org/hours"
    paste(body, f"<span>{address}</span>", address)
    assert marks(page) == [(address, address)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Headings: 2", "Lists: 2", "Links: 1", "Tables: 1", "Pictures left out: 1"]),
        ("cy", ["Penawdau: 2", "Rhestrau: 2", "Dolenni: 1", "Tablau: 1", "Lluniau na chadwyd: 1"]),
    ],
)
def test_what_was_made_is_said_in_ones_own_language(new_page, language, said):
    page = new_page(language)
    paste(with_text_block(page), sample("word"))
    status = page.locator("#pasting[role=status]")
    expect(status.get_by_role("listitem")).to_have_text(said)
    if language != "en":
        expect(status.locator(f"[lang={language}]")).to_have_count(len(said) + 1)
