from io import BytesIO

import pytest
from PIL import Image

from home.demo.drawing import PALETTES, PATTERNS, draw_logo, draw_picture
from home.demo.pdf import write_pdf


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_the_same_for_the_same_seed(pattern):
    once, twice = (draw_picture(pattern, "paper", 7) for _ in range(2))
    assert once == twice


@pytest.mark.parametrize("palette", PALETTES)
def test_a_picture_is_full_of_colours(palette):
    with Image.open(BytesIO(draw_picture("spines", palette, 1))) as image:
        assert image.size == (1600, 1000)
        assert len(image.reduce(8).getcolors(1_000_000)) > 500


def test_marks_differ_from_one_another():
    marks = {draw_logo("AB", "#14304f", "#d9a84a", seed) for seed in range(9)}
    assert len(marks) == 9


def test_a_document_is_a_pdf_of_as_many_pages_as_its_text_needs():
    short = write_pdf("A report (draft)", ["One – two."], "en")
    long = write_pdf("A report", ["A line of words."] * 60, "en")
    assert short.startswith(b"%PDF-1.4")
    assert b"/Lang (en)" in short
    assert short.count(b"/Type /Page ") == 1
    assert long.count(b"/Type /Page ") > 1
