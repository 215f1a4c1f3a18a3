"""Where a text can say its language it is the reader's, and elsewhere English."""

import json

import pytest

from alliance.base.own_words.marks import SIGN, resolve, resolve_json
from alliance.base.own_words.words import OwnWords

NAME = OwnWords("Editor’s <name>", "Enw’r <golygydd>", "cy")
MARKED = NAME.__html__()
WELSH = "Enw’r &lt;golygydd&gt;"
ENGLISH = "Editor’s &lt;name&gt;"


def test_text_says_its_language():
    assert resolve(f"<h2>Add {MARKED}</h2>") == (
        f'<h2>Add <span lang="cy">{WELSH}</span></h2>'
    )  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        '<button title="Add {}">+</button>',
        "<input placeholder='{}'>",
        "<title>{} - Admin</title>",
        "<textarea>{}</textarea>",
        "<script>const name = '{}';</script>",
        "<!-- {} -->",
        "<option>{} (2)</option>",
    ],
)
def test_what_cannot_say_its_language_is_english(html):
    assert resolve(html.format(MARKED)) == html.format(ENGLISH)


def test_an_option_says_its_language():
    assert resolve(f'<option value="1" selected>{MARKED}</option>') == (
        f'<option lang="cy" value="1" selected>{WELSH}</option>'
    )


def test_a_script_is_told_what_it_will_draw():
    data = json.dumps({"label": NAME.for_scripts(), "option": f"<option>{MARKED}</option>"})
    attribute = data.replace("&", "&amp;").replace('"', "&quot;")
    page = resolve(f'<body><div data-block="{attribute}"></div></body>')
    words = page.split('<script id="own-words" type="application/json">')[1].split("</script>")[0]
    assert json.loads(words) == {
        "cy": {"Editor’s <name>": "Enw’r <golygydd>", "Editor’s <name>\u2063": "Enw’r <golygydd>"}
    }
    assert page.endswith("</script></body>")
    assert SIGN not in page


def test_dialogs_in_json_say_their_language():
    answer = {"step": 1, "html": f"<label>{MARKED}</label>", "parts": [None, MARKED]}
    marked = f'<span lang="cy">{WELSH}</span>'
    assert resolve_json(answer) == {
        "step": 1, "html": f"<label>{marked}</label>", "parts": [None, marked]
    }  # fmt: skip


@pytest.mark.parametrize("held", ["a", "ff", "6162", "610062006300"])
def test_a_mark_that_is_not_ours_means_nothing(held):
    forged = f"{SIGN}{held}xTitle{SIGN}z"
    assert resolve(f"<p>{forged}</p><option>{forged}</option>") == (
        "<p>Title</p><option>Title</option>"
    )


def test_what_a_mark_holds_cannot_leave_its_place():
    name = OwnWords("Name", "<script>", 'cy" onclick="')
    html = resolve(f"<p>{name.__html__()}</p><option>{name.__html__()}</option>")
    assert "<script>" not in html
    assert 'onclick="' not in html
