import pytest

from members.colours import contrast, nearest_shade, text_on

COLOURS = ["#000000", "#14304f", "#777777", "#b5842b", "#e0b000", "#ffffff", "#ff0000", "#00ff00"]


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("ground", COLOURS)
def test_text_on_any_colour_can_be_read(ground):
    assert contrast(text_on(ground), ground) >= 4.5


@pytest.mark.parametrize("ground", COLOURS)
@pytest.mark.parametrize("colour", COLOURS)
def test_the_nearest_shade_reaches_what_is_asked(colour, ground):
    assert contrast(nearest_shade(colour, ground, 3), ground) >= 3


def test_a_colour_that_serves_stays_as_it_is():
    assert nearest_shade("#b5842b", "#14304f", 3) == "#b5842b"
