"""Towns whose houses are books."""

from .canvas import Box, Canvas, mix
from .rooms import arch
from .shelves import row


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
        left, top = canvas.random.uniform(80, 1520), canvas.random.uniform(910, 990)
        right = left + canvas.random.uniform(20, 90)
        canvas.box((left, top, right, top + 3), mix(palette.light, palette.ink, 0.45))


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
