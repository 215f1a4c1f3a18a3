"""Rooms to read, to meet and to work in."""

from math import cos, radians, sin

from .canvas import Box, Canvas, mix
from .shelves import bookcase, row


def arch(canvas: Canvas, box: Box, colour: str, pointed: bool = False) -> None:
    left, top, right, bottom = box
    half = (right - left) / 2
    middle = (left + right) / 2
    if not pointed:
        canvas.disc((middle, top + half), half, colour)
        canvas.box((left, top + half, right, bottom), colour)
        return
    spring = top + half * 1.732
    curve = [(right - 2 * half * _cos(a), spring - 2 * half * _sin(a)) for a in range(0, 61, 3)]
    mirrored = [(left + right - x, y) for x, y in reversed(curve)]
    canvas.shape([(left, bottom), *curve, *mirrored, (right, bottom)], colour)


def _cos(degrees: float) -> float:
    return cos(radians(degrees))


def _sin(degrees: float) -> float:
    return sin(radians(degrees))


def window(canvas: Canvas, box: Box, pointed: bool) -> None:
    """A tall window with glazing bars, and daylight in it."""
    left, top, right, bottom = box
    arch(canvas, box, canvas.palette.light, pointed)
    bar = mix(canvas.palette.metal, canvas.palette.ink, 0.35)
    for share in (1 / 3, 2 / 3):
        x = left + (right - left) * share
        canvas.line([(x, top + (right - left) * 0.2), (x, bottom)], bar, 4)
    step = (right - left) * 0.42
    y = top + (right - left) * (0.9 if pointed else 0.55)
    while y < bottom:
        canvas.line([(left, y), (right, y)], bar, 4)
        y += step


def desk_lamp(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.glow((x, y - size * 0.4), size * 2.6, canvas.palette.light, 0.62)
    canvas.box((x - size * 0.04, y - size, x + size * 0.04, y), canvas.palette.metal)
    canvas.box((x - size * 0.25, y - size * 0.06, x + size * 0.25, y), canvas.palette.metal, 3)
    shade = [(x - size * 0.5, y - size * 0.8), (x - size * 0.32, y - size * 1.15),
             (x + size * 0.32, y - size * 1.15), (x + size * 0.5, y - size * 0.8)]  # fmt: skip
    canvas.shape(shade, mix(canvas.palette.cloths[1], canvas.palette.light, 0.12))


def draw_arches(canvas: Canvas) -> None:
    """A reading room: an arcade of shelves, tall windows above it, lamps on the desks."""
    palette = canvas.palette
    pointed = canvas.random.random() < 0.5
    bays = canvas.random.choice((4, 5))
    width = canvas.width / bays
    wall = mix(palette.ground, palette.cloths[0], 0.12)
    canvas.fade(mix(wall, palette.light, 0.4), mix(wall, palette.ink, 0.2))
    for bay in range(bays):
        left, right = bay * width, (bay + 1) * width
        frame = mix(palette.metal, palette.ground, 0.35)
        arch(canvas, (left + width * 0.24, 50, right - width * 0.24, 395), frame, pointed)
        window(canvas, (left + width * 0.28, 68, right - width * 0.28, 388), pointed)
        arch(canvas, (left + width * 0.07, 440, right - width * 0.07, 830), frame, pointed)
        arch(canvas, (left + width * 0.1, 462, right - width * 0.1, 830), palette.ink, pointed)
        for shelf in range(3):
            floor = 632 + shelf * 96
            inset = (0.2, 0.12, 0.11)[shelf]
            row(canvas, (left + width * inset, floor - 84, right - width * inset, floor), full=True)
            canvas.box((left + width * 0.1, floor, right - width * 0.1, floor + 9), frame)
        canvas.box(
            (left - width * 0.05, 440, left + width * 0.05, 850), mix(wall, palette.light, 0.3)
        )
        canvas.box((left - width * 0.065, 425, left + width * 0.065, 445), palette.metal)
    canvas.box((0, 402, canvas.width, 428), palette.metal)
    canvas.box((0, 834, canvas.width, canvas.height), mix(palette.cloths[3], palette.ink, 0.55))
    for bay in range(bays):
        desk_lamp(canvas, (bay + 0.5) * width, 905, 78)
    canvas.box((0, 902, canvas.width, 922), mix(palette.metal, palette.ink, 0.15))
    canvas.fade(
        mix(palette.cloths[3], palette.ink, 0.4), palette.ink, (0, 922, canvas.width, canvas.height)
    )


def draw_gallery(canvas: Canvas) -> None:
    """Shelves up to the ceiling, a gallery rail, and a spiral stair."""
    palette = canvas.palette
    bookcase(canvas, (0, 0, canvas.width, 430), 3, full=True)
    bookcase(canvas, (0, 500, canvas.width, 920), 3, full=True)
    canvas.box((0, 430, canvas.width, 500), mix(palette.metal, palette.ink, 0.3))
    rail = mix(palette.metal, palette.light, 0.2)
    for x in range(10, canvas.width, 36):
        canvas.line([(x, 330), (x, 436)], palette.ink, 5)
        canvas.ring((x + 18, 384), 13, palette.ink, 4)
    canvas.box((0, 322, canvas.width, 334), rail)
    canvas.fade(
        mix(palette.cloths[3], palette.ink, 0.5), palette.ink, (0, 920, canvas.width, canvas.height)
    )
    for middle in (canvas.width * 0.24, canvas.width * 0.76):
        canvas.box((middle - 118, 500, middle + 118, 920), mix(palette.metal, palette.ink, 0.3))
        window(canvas, (middle - 96, 530, middle + 96, 920), pointed=False)
        desk_lamp(canvas, middle, 948, 92)
    canvas.box((0, 944, canvas.width, 962), mix(palette.metal, palette.ink, 0.15))


def draw_hall(canvas: Canvas) -> None:
    """Rows of seats like open books before a lit stage."""
    palette = canvas.palette
    canvas.fade(mix(palette.cloths[0], palette.ink, 0.35), palette.ink)
    arch(canvas, (canvas.width * 0.26, 60, canvas.width * 0.74, 470), palette.metal)
    arch(
        canvas,
        (canvas.width * 0.27, 78, canvas.width * 0.73, 470),
        mix(palette.cloths[1], palette.ink, 0.2),
    )
    canvas.glow((canvas.width / 2, 300), 420, palette.light, 0.8)
    canvas.box((canvas.width / 2 - 60, 345, canvas.width / 2 + 60, 470), palette.cloths[3], 4)
    canvas.shape(
        [(canvas.width / 2 - 85, 345), (canvas.width / 2, 322), (canvas.width / 2 + 85, 345)],
        palette.light,
    )
    canvas.box((0, 462, canvas.width, 486), palette.metal)
    for line in range(5):
        size, y = 62 + line * 22, 570 + line * line * 12 + line * 52
        count = round(canvas.width / (size * 1.55)) + 2
        for seat in range(count):
            x = canvas.width / 2 + (seat - count / 2 + (line % 2) / 2) * size * 1.55
            open_book(canvas, x, y, size, canvas.cloth())


def open_book(canvas: Canvas, x: float, y: float, size: float, cover: str) -> None:
    """An open book seen from the front, with the spine at (x, y)."""
    paper = mix(canvas.palette.light, canvas.palette.ground, 0.3)
    for side in (-1, 1):
        board = [
            (x, y),
            (x + side * size * 0.72, y - size * 0.28),
            (x + side * size * 0.72, y + size * 0.5),
            (x, y + size * 0.78),
        ]
        canvas.shape(board, cover)
        leaf = [
            (x, y - size * 0.03),
            (x + side * size * 0.64, y - size * 0.32),
            (x + side * size * 0.64, y + size * 0.4),
            (x, y + size * 0.68),
        ]
        canvas.shape(leaf, paper if side < 0 else mix(paper, canvas.palette.ink, 0.08))
        for number in range(1, 5):
            start = (x + side * size * 0.08, y + size * (0.12 * number - 0.02))
            end = (x + side * size * 0.56, y + size * (0.12 * number - 0.24))
            canvas.line([start, end], mix(paper, canvas.palette.ink, 0.35), max(1.5, size * 0.02))


def draw_desk(canvas: Canvas) -> None:
    """A desk at night: a lamp, a screen of lines, a notebook and a row of books."""
    palette = canvas.palette
    canvas.fade(mix(palette.cloths[0], palette.ink, 0.25), mix(palette.cloths[0], palette.ink, 0.6))
    canvas.glow((430, 420), 620, palette.light, 0.62)
    canvas.box((0, 760, canvas.width, canvas.height), mix(palette.cloths[3], palette.ink, 0.3))
    canvas.box((0, 760, canvas.width, 776), mix(palette.metal, palette.light, 0.25))
    row(canvas, (60, 520, 350, 760), full=True)
    canvas.box((423, 330, 437, 748), palette.metal)
    canvas.box((360, 740, 500, 762), palette.metal, 8)
    canvas.shape([(300, 350), (365, 210), (495, 210), (560, 350)], palette.cloths[1])
    canvas.box((300, 346, 560, 358), palette.light)
    canvas.box((760, 270, 1360, 670), palette.ink, 18)
    canvas.box((784, 294, 1336, 646), mix(palette.ground, palette.light, 0.5), 6)
    for number in range(8):
        y, length = 330 + number * 38, canvas.random.uniform(180, 480)
        colour = (
            palette.cloths[number % 4] if number % 3 == 0 else mix(palette.ground, palette.ink, 0.3)
        )
        canvas.box((812, y, 812 + length, y + 13), colour, 6)
    canvas.box((1030, 670, 1090, 740), palette.ink)
    canvas.box((950, 736, 1170, 762), palette.ink, 8)
    open_book(canvas, 620, 840, 190, palette.cloths[4])
