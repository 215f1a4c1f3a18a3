"""Towns, towers and bridges built of books."""

from math import cos, pi, sin

from .canvas import Box, Canvas, mix
from .rooms import arch, open_book
from .shelves import row, spine


def house(canvas: Canvas, box: Box, colour: str, lit: float) -> None:
    """A book that stands upright and is somebody's house."""
    left, top, right, bottom = box
    palette, width = canvas.palette, box[2] - box[0]
    canvas.box(box, colour, 3)
    canvas.box((right - width * 0.1, top, right, bottom), mix(colour, palette.ink, 0.3))
    for share in (0.035, 0.065):
        y = top + (bottom - top) * share
        canvas.box((left, y, right, y + 4), mix(palette.metal, colour, 0.1))
    columns = max(1, round(width / 46))
    pitch = width * 0.84 / columns
    y = top + (bottom - top) * 0.13
    while y < bottom - 60:
        for column in range(columns):
            x = left + width * 0.05 + column * pitch + pitch * 0.22
            shine = (
                palette.light if canvas.random.random() < lit else mix(colour, palette.ink, 0.45)
            )
            arch(canvas, (x, y, x + pitch * 0.52, y + 40), shine)
        y += 70


def roof(canvas: Canvas, box: Box, colour: str) -> None:
    """A second book, laid open over the walls."""
    left, top, right, _ = box
    middle, rise = (left + right) / 2, (right - left) * 0.34
    canvas.shape([(left - 12, top), (middle, top - rise), (right + 12, top)], colour)
    canvas.line(
        [(left - 12, top - 3), (middle, top - rise - 3), (right + 12, top - 3)],
        canvas.palette.light,
        5,
    )


def sky(canvas: Canvas, night: bool) -> None:
    palette = canvas.palette
    if not night:
        canvas.fade(mix(palette.ground, palette.cloths[5], 0.28), palette.light)
        canvas.disc((canvas.width * 0.78, 230), 96, mix(palette.metal, palette.light, 0.25))
        return
    canvas.fade(mix(palette.ink, "#000000", 0.2), mix(palette.cloths[0], palette.cloths[5], 0.35))
    for _ in range(90):
        place = (canvas.random.uniform(0, canvas.width), canvas.random.uniform(0, 560))
        canvas.disc(place, canvas.random.uniform(1, 2.6), palette.light)
    canvas.disc((canvas.width * 0.78, 210), 84, palette.light)
    canvas.disc((canvas.width * 0.78 + 34, 190), 74, mix(palette.ink, palette.cloths[0], 0.2))


def is_night(canvas: Canvas) -> bool:
    return int(canvas.palette.ground[1:3], 16) < 0x80


def town(
    canvas: Canvas, bottom: float, heights: tuple[float, float], fade: float, lit: float
) -> None:
    """One row of houses; farther rows are paler, since there is air between."""
    x = canvas.random.uniform(-60, 0)
    while x < canvas.width:
        width, height = canvas.random.uniform(70, 170), canvas.random.uniform(*heights)
        colour = mix(canvas.cloth(), canvas.palette.ground, fade)
        box = (x, bottom - height, x + width, bottom)
        house(canvas, box, colour, lit)
        if canvas.random.random() < 0.42:
            roof(canvas, box, mix(canvas.cloth(), canvas.palette.ground, fade))
        x += width + canvas.random.uniform(2, 14)


def draw_skyline(canvas: Canvas) -> None:
    night = is_night(canvas)
    sky(canvas, night)
    town(canvas, 900, (330, 560), 0.55, 0.25)
    town(canvas, 930, (220, 420), 0.28, 0.4)
    town(canvas, 960, (120, 300), 0, 0.7 if night else 0.5)
    canvas.box((0, 950, canvas.width, canvas.height), canvas.palette.ink)
    canvas.box((0, 950, canvas.width, 956), canvas.palette.metal)


def draw_tower(canvas: Canvas) -> None:
    """A library tower over a low town."""
    sky(canvas, is_night(canvas))
    town(canvas, 900, (140, 300), 0.5, 0.3)
    palette, middle = canvas.palette, canvas.width * 0.42
    house(
        canvas,
        (middle - 150, 210, middle + 150, 960),
        mix(palette.cloths[3], palette.ink, 0.08),
        0.6,
    )
    house(canvas, (middle - 105, 120, middle + 105, 215), palette.cloths[3], 0.8)
    canvas.shape([(middle - 125, 124), (middle, 20), (middle + 125, 124)], palette.cloths[1])
    canvas.line([(middle, 20), (middle, -30)], palette.metal, 5)
    town(canvas, 960, (120, 250), 0, 0.5)
    canvas.box((0, 950, canvas.width, canvas.height), palette.ink)


def draw_parliament(canvas: Canvas) -> None:
    """Tall books in a row like a parliament, under a moon."""
    sky(canvas, True)
    palette = canvas.palette
    for number in range(15):
        x = 110 + number * 92
        towers = {1: 640, 13: 560, 7: 430}
        height = towers.get(number, 300 + 24 * (number % 2))
        colour = palette.cloths[(number * 3) % 8]
        box = (x, 900 - height, x + 86, 900)
        house(canvas, box, mix(colour, palette.ink, 0.12), 0.55)
        if number in towers:
            canvas.shape(
                [(x - 6, 900 - height), (x + 43, 770 - height), (x + 92, 900 - height)],
                palette.metal,
            )
        else:
            for side in (8, 62):
                canvas.shape(
                    [
                        (x + side, 900 - height),
                        (x + side + 8, 868 - height),
                        (x + side + 16, 900 - height),
                    ],
                    palette.metal,
                )
    canvas.fade(
        mix(palette.cloths[0], palette.ink, 0.2), palette.ink, (0, 900, canvas.width, canvas.height)
    )
    for _ in range(60):
        x, y = canvas.random.uniform(80, 1520), canvas.random.uniform(910, 990)
        canvas.box(
            (x, y, x + canvas.random.uniform(20, 90), y + 3), mix(palette.light, palette.ink, 0.45)
        )


def draw_market(canvas: Canvas) -> None:
    """A street of stalls under striped awnings, with shelves for goods."""
    sky(canvas, is_night(canvas))
    town(canvas, 760, (260, 480), 0.42, 0.4)
    palette = canvas.palette
    canvas.box((0, 740, canvas.width, canvas.height), mix(palette.ground, palette.ink, 0.35))
    for stall in range(4):
        left, colour = 30 + stall * 395, palette.cloths[(stall * 2) % 5]
        canvas.box((left + 12, 520, left + 343, 930), mix(palette.ink, palette.cloths[3], 0.2))
        for shelf in range(2):
            row(canvas, (left + 26, 590 + shelf * 125, left + 330, 690 + shelf * 125), full=True)
            canvas.box((left + 20, 690 + shelf * 125, left + 336, 703 + shelf * 125), palette.metal)
        canvas.box((left + 6, 828, left + 350, 940), mix(colour, palette.ink, 0.35), 4)
        for stripe in range(7):
            shade = colour if stripe % 2 == 0 else palette.light
            x = left - 8 + stripe * 53
            canvas.shape([(x + 14, 440), (x + 60, 440), (x + 53, 550), (x, 550)], shade)
            canvas.disc((x + 26.5, 550), 26.5, shade)


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
    for x, y, size in places:
        x, y = x + canvas.random.uniform(-30, 30), y + canvas.random.uniform(-20, 20)
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
