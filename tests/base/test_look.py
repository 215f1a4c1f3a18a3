"""The look, as a reader with low vision, an old printer or a Welsh name would notice it."""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from fontTools.ttLib import TTFont

from members.colours import contrast

STATIC = settings.SITE_DIR / "static"
TEXT = ("ink", "soft", "link", "visited", "stamp", "brass", "good", "warn", "bad")
GROUNDS = ("paper", "card", "sunk")


def colours(scheme):
    light, _, dark = (STATIC / "css/tokens.css").read_text().partition("prefers-color-scheme: dark")
    found = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});")
    values = dict(found.findall(light)) | (dict(found.findall(dark)) if scheme == "dark" else {})
    return {name: value if len(value) == 7 else "#ffffff" for name, value in values.items()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme):
    token = colours(scheme)
    pairs = {
        (text, ground): contrast(token[text], token[ground]) for text in TEXT for ground in GROUNDS
    }
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < 4.5} == {}
    assert all(contrast(token["control"], token[ground]) >= 3 for ground in GROUNDS)
    assert all(contrast(token[f"cloth-{n}"], "#ffffff") >= 4.5 for n in (1, 2, 3, 4))


@pytest.mark.parametrize("font", ["atkinson", "literata"])
def test_fonts_hold_every_letter_of_welsh_and_gaelic(font):
    files = STATIC.glob(f"fonts/{font}-*.woff2")
    held = {
        code for path in files if "italic" not in path.name for code in TTFont(path).getBestCmap()
    }
    letters = "âêîôûŵŷàèìòùáéíóúẁẃỳýäëïöüẅÿ"
    assert {ord(letter) for letter in letters + letters.upper() + "‘’“”–—…·•"} <= held


@pytest.mark.parametrize("language", ["en", "cy", "gd"])
@pytest.mark.parametrize("name", ["400", "500"])
def test_the_last_error_pages_need_neither_request_nor_database(name, language):
    with translation.override(language):
        html = render_to_string(f"{name}.html")
    assert f'<html lang="{language}">' in html
    assert name in html


def test_no_template_carries_inline_style_or_script():
    templates = (settings.SITE_DIR / "templates").rglob("*.html")
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=\"|<script>")
    assert [path.name for path in templates if inline.search(path.read_text())] == []


def test_the_styles_and_script_of_every_page_stay_light():
    names = ("tokens", "base", "layout", "components", "blocks", "pages", "print")
    size = sum((STATIC / f"css/{name}.css").stat().st_size for name in names)
    assert size + (STATIC / "js/menu.js").stat().st_size < 60_000
