"""Marks for the members: plain geometry and initials, unlike any logo they really use."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from .canvas import mix

SIDE = 1024
PAPER = "#fbf4e4"

Pen = ImageDraw.ImageDraw


def _arches(pen: Pen, colour: str) -> None:
    for number, shade in enumerate((colour, PAPER, colour)):
        inset = number * 74
        box = (262 + inset, 120 + inset, 762 - inset, 620 - inset)
        pen.pieslice(box, 180, 360, fill=shade)
        pen.rectangle((box[0], 369, box[2], 580), fill=shade)


def _tower(pen: Pen, colour: str) -> None:
    for number in range(5):
        half = 70 + number * 55
        pen.rectangle(
            (512 - half, 140 + number * 92, 512 + half, 214 + number * 92),
            fill=PAPER if number % 2 else colour,
        )


def _fan(pen: Pen, colour: str) -> None:
    for number in range(6):
        shade = PAPER if number % 2 else colour
        pen.pieslice((132, 190, 892, 950), 180 + number * 30, 206 + number * 30, fill=shade)


def _key(pen: Pen, colour: str) -> None:
    pen.ellipse((172, 230, 472, 530), fill=colour)
    pen.ellipse((252, 310, 392, 450), fill=PAPER)
    pen.rectangle((440, 346, 862, 414), fill=colour)
    for left, bottom in ((650, 520), (770, 560)):
        pen.rectangle((left, 400, left + 70, bottom), fill=PAPER)


def _roofs(pen: Pen, colour: str) -> None:
    for number in range(3):
        left = 152 + number * 240
        shade = PAPER if number == 1 else colour
        pen.polygon([(left, 320), (left + 120, 150), (left + 240, 320)], fill=shade)
        pen.rectangle((left + 24, 320, left + 216, 580), fill=shade)


def _rising(pen: Pen, colour: str) -> None:
    for number in range(4):
        left, top = 182 + number * 170, 440 - number * 100
        pen.rectangle((left, top, left + 130, 580), fill=PAPER if number == 3 else colour)
        pen.ellipse((left, top - 66, left + 130, top + 64), fill=PAPER if number == 3 else colour)


def _hills(pen: Pen, colour: str) -> None:
    for number in range(6):
        inset = number * 56
        shade = PAPER if number % 2 else colour
        pen.pieslice((162 + inset, 180 + inset, 862 - inset, 980 - inset), 180, 360, fill=shade)


def _nodes(pen: Pen, colour: str) -> None:
    places = [(262, 220), (512, 160), (762, 220), (352, 420), (672, 420), (512, 570)]
    for start, end in ((0, 3), (1, 3), (1, 4), (2, 4), (3, 4), (3, 5), (4, 5), (0, 1), (1, 2)):
        pen.line([places[start], places[end]], fill=PAPER, width=16)
    for number, (x, y) in enumerate(places):
        pen.ellipse((x - 54, y - 54, x + 54, y + 54), fill=PAPER if number == 1 else colour)


def _book(pen: Pen, colour: str) -> None:
    pen.polygon([(512, 250), (172, 150), (172, 480), (512, 590)], fill=colour)
    pen.polygon([(512, 250), (852, 150), (852, 480), (512, 590)], fill=PAPER)


MOTIFS: tuple[Callable[[Pen, str], None], ...] = (
    _arches, _tower, _fan, _key, _roofs, _rising, _hills, _nodes, _book,
)  # fmt: skip


def draw_mark(initials: str, primary: str, secondary: str, seed: int) -> bytes:
    """A square tile with a motif over the initials, as PNG with clear corners."""
    tile = Image.new("RGBA", (SIDE, SIDE))
    pen = ImageDraw.Draw(tile)
    pen.rounded_rectangle((0, 0, SIDE - 1, SIDE - 1), 140, fill=primary)
    MOTIFS[seed % len(MOTIFS)](pen, mix(secondary, PAPER, 0.12))
    pen.rectangle((0, 630, SIDE, 850), fill=primary)
    font = ImageFont.load_default(250 if len(initials) < 4 else 200)
    pen.text((SIDE / 2, 770), initials, PAPER, font, anchor="mm", stroke_width=5)
    file = BytesIO()
    tile.resize((SIDE // 2, SIDE // 2), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()
