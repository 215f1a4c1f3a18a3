"""Lighthouses, bridges and kites made of books."""

from math import cos, pi, sin

from .canvas import Canvas, mix
from .places import is_night, sky, town
from .rooms import open_book
from .shelves import spine


def draw_lighthouse(canvas: Canvas) -> None:
    """A lighthouse of books lying flat, with its beams over the sea."""
    sky(canvas, True)
    palette, middle = canvas.palette, canvas.width * 0.38
    for ends in ((-60, 150), (canvas.width + 80, 60), (canvas.width + 80, 560)):
        far, near = ends[1], 250
        beam = [(middle, near - 16), (ends[0], far - 70), (ends[0], far + 70), (middle, near + 16)]
        canvas.shape(beam, mix(palette.cloths[0], palette.light, 0.32))
    canvas.fade(
        mix(palette.cloths[1], palette.ink, 0.3), palette.ink, (0, 800, canvas.width, canvas.height)
    )
    y = 860.0
    while y > 310:
        half = 70 + (y - 310) * 0.16 + canvas.random.uniform(-10, 10)
        thick = canvas.random.uniform(34, 52)
        colour = canvas.cloth()
        canvas.box((middle - half, y - thick, middle + half, y - 2), colour, 5)
        canvas.box(
            (middle - half, y - thick + 6, middle - half + 22, y - 8),
            mix(colour, palette.light, 0.3),
            4,
        )
        canvas.box((middle + half * 0.4, y - thick, middle + half * 0.4 + 6, y - 2), palette.metal)
        y -= thick
    canvas.box((middle - 80, y - 8, middle + 80, y + 8), palette.metal, 3)
    canvas.glow((middle, 260), 190, palette.light, 1)
    canvas.box((middle - 44, 205, middle + 44, y - 6), palette.light, 4)
    canvas.shape([(middle - 66, 207), (middle, 140), (middle + 66, 207)], palette.cloths[3])
    for wave in range(7):
        crest = [
            (x, 838 + wave * 27 + 8 * sin(x / (46 + wave * 7) + wave))
            for x in range(-10, canvas.width + 20, 10)
        ]
        canvas.line(crest, mix(palette.cloths[1], palette.light, 0.25 + wave * 0.03), 4)


def draw_bridges(canvas: Canvas) -> None:
    """Bridges of open books from bank to bank."""
    sky(canvas, is_night(canvas))
    town(canvas, 560, (100, 260), 0.5, 0.4)
    palette = canvas.palette
    canvas.fade(
        mix(palette.cloths[5], palette.light, 0.25),
        mix(palette.cloths[0], palette.ink, 0.2),
        (0, 540, canvas.width, canvas.height),
    )
    for level, (y, count) in enumerate(((610, 7), (830, 4))):
        span = canvas.width / count
        for number in range(count):
            x = number * span + span / 2
            colour = palette.cloths[(number * 2 + level) % 6]
            cover(canvas, x, y, span, colour)
        canvas.box(
            (0, y - span * 0.27, canvas.width, y - span * 0.27 + 14 + level * 6), palette.metal
        )
        for number in range(count + 1):
            spine(
                canvas,
                (number * span - 20, y - span * 0.32, number * span + 20, y + 150 + level * 40),
                palette.cloths[level * 3],
            )


def cover(canvas: Canvas, x: float, y: float, span: float, colour: str) -> None:
    """A book lying open on its face: two leaves that make an arch."""
    palette = canvas.palette
    for inset, shade in (
        (0, colour),
        (14, palette.light),
        (20, mix(palette.light, palette.ink, 0.15)),
    ):
        half = span / 2 - inset
        outer = [(x - half * cos(a), y + 90 - (span * 0.34 - inset) * sin(a)) for a in _steps()]
        inner = [
            (x + half * 0.86 * cos(a), y + 90 - (span * 0.34 - inset) * 0.84 * sin(a))
            for a in _steps()
        ]
        canvas.shape([*outer, *inner], shade)


def _steps() -> list[float]:
    return [number * pi / 24 for number in range(25)]


def draw_kites(canvas: Canvas) -> None:
    """Open books that fly like kites over the roofs."""
    sky(canvas, is_night(canvas))
    town(canvas, 980, (90, 240), 0, 0.5)
    palette = canvas.palette
    places = [
        (220, 330, 110),
        (560, 190, 80),
        (830, 430, 130),
        (1120, 170, 70),
        (1330, 480, 100),
        (420, 560, 64),
    ]
    for left, top, size in places:
        x, y = left + canvas.random.uniform(-30, 30), top + canvas.random.uniform(-20, 20)
        tail = [
            (x + 26 * sin(step / 3 + x), y + size * 0.7 + step * (930 - y - size * 0.7) / 24)
            for step in range(25)
        ]
        canvas.line(tail, mix(palette.ink, palette.light, 0.1), 3)
        for step in range(4, 20, 4):
            knot, colour = tail[step], canvas.cloth()
            canvas.shape([(knot[0] - 18, knot[1] - 9), knot, (knot[0] - 18, knot[1] + 9)], colour)
            canvas.shape([(knot[0] + 18, knot[1] - 9), knot, (knot[0] + 18, knot[1] + 9)], colour)
        open_book(canvas, x, y, size, canvas.cloth())
