"""Rows of books, and what can be made with them."""

from .canvas import Box, Canvas, mix


def spine(canvas: Canvas, box: Box, colour: str) -> None:
    """One book seen from the back: cloth, a darker joint, and bands or a label."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    canvas.box(box, colour, radius=2)
    canvas.box((left, top, left + width * 0.14, bottom), mix(colour, canvas.palette.light, 0.18))
    canvas.box((right - width * 0.16, top, right, bottom), mix(colour, canvas.palette.ink, 0.35))
    metal = mix(canvas.palette.metal, colour, 0.15)
    style = canvas.random.randrange(5)
    if style in (0, 1):
        for share in (0.1, 0.16, 0.84, 0.9) if style else (0.12, 0.34, 0.56, 0.78):
            y = top + height * share
            canvas.box((left + 1, y, right - 1, y + max(2, height * 0.012)), metal)
    elif style == 2 and width > 24:
        label = (left + width * 0.2, top + height * 0.16, right - width * 0.2, top + height * 0.36)
        canvas.box(label, canvas.palette.light, radius=2)
        for step in range(3):
            y = label[1] + (step + 1) * (label[3] - label[1]) / 4
            canvas.box((label[0] + 4, y, label[2] - 4, y + 2), mix(colour, canvas.palette.ink, 0.4))
    elif style == 3:
        x = left + width / 2
        canvas.box((x - 1.5, top + height * 0.2, x + 1.5, top + height * 0.7), metal)
        canvas.disc((x, top + height * 0.82), width * 0.14, metal)


def leaning(canvas: Canvas, left: float, bottom: float, height: float, thick: float) -> float:
    """A book that leans on its neighbour; returns where it ends."""
    shift = height * 0.2
    colour = canvas.cloth()
    outline = [
        (left + shift, bottom - height), (left + shift + thick, bottom - height + thick * 0.2),
        (left + thick, bottom), (left, bottom - thick * 0.2),
    ]  # fmt: skip
    canvas.shape(outline, colour)
    for share in (0.18, 0.8):
        x, y = left + shift * share, bottom - thick * 0.2 - (height - thick * 0.2) * share
        canvas.line([(x, y), (x + thick, y + thick * 0.2)], canvas.palette.metal, 4)
    return left + shift + thick + 6


def pile(canvas: Canvas, left: float, bottom: float, height: float) -> float:
    """A few books that lie flat."""
    widest = canvas.random.uniform(0.9, 1.2) * height * 0.8
    y = bottom
    while y > bottom - height * 0.55:
        thick = canvas.random.uniform(18, 34)
        inset = canvas.random.uniform(0, widest * 0.15)
        colour = canvas.cloth()
        canvas.box((left + inset, y - thick, left + widest - inset * 0.3, y - 1), colour, radius=3)
        for x in (left + inset + 12, left + widest - inset * 0.3 - 18):
            canvas.box((x, y - thick, x + 4, y - 1), canvas.palette.metal)
        y -= thick
    return left + widest + 10


def row(canvas: Canvas, box: Box, full: bool = True) -> None:
    """Fill a shelf from left to right with books of all sizes."""
    left, top, right, bottom = box
    height = bottom - top
    x = left
    while x < right - 14:
        chance = canvas.random.random()
        if not full and chance > 0.94 and right - x > height * 1.3:
            x = pile(canvas, x, bottom, height)
        elif not full and chance > 0.9 and right - x > height * 0.6:
            x = leaning(canvas, x, bottom, height * 0.78, 30)
        else:
            end = min(right, x + canvas.random.uniform(0.09, 0.24) * min(height, 240))
            tall = height * canvas.random.uniform(0.66, 0.97)
            spine(canvas, (x, bottom - tall, end - 1.5, bottom), canvas.cloth())
            x = end


def bookcase(canvas: Canvas, box: Box, rows: int, full: bool = False) -> None:
    left, top, right, bottom = box
    pitch = (bottom - top) / rows
    wood = mix(canvas.palette.ink, canvas.palette.cloths[3], 0.22)
    canvas.box(box, mix(canvas.palette.ink, "#000000", 0.25))
    for number in range(rows):
        floor = top + pitch * (number + 1) - pitch * 0.07
        row(canvas, (left, top + pitch * number, right, floor), full)
        canvas.box((left, floor, right, floor + pitch * 0.07), wood)
        canvas.box((left, floor, right, floor + 3), mix(wood, canvas.palette.light, 0.35))


def draw_spines(canvas: Canvas) -> None:
    bookcase(canvas, (0, 0, canvas.width, canvas.height), canvas.random.choice((3, 4)))


def draw_ladder(canvas: Canvas) -> None:
    """A ladder against the shelves, for those who want to reach higher."""
    draw_spines(canvas)
    wood = mix(canvas.palette.metal, canvas.palette.light, 0.25)
    foot, head, reach = canvas.width * 0.36, canvas.width * 0.56, 130
    for offset, colour in ((10, canvas.palette.ink), (0, wood)):
        for side in (0, reach):
            ends = [(foot + side + offset, canvas.height + 20), (head + side + offset, -20)]
            canvas.line(ends, colour, 20)
        for step in range(1, 12):
            y = canvas.height - step * 88 + offset
            x = foot + (head - foot) * (canvas.height - y) / canvas.height + offset
            canvas.line([(x, y), (x + reach, y)], colour, 13)


def draw_door(canvas: Canvas) -> None:
    """A doorway through a wall of books, with daylight beyond."""
    bookcase(canvas, (0, 0, canvas.width, canvas.height), 5, full=True)
    middle, half, head = canvas.width * 0.54, 190, 330
    ink, light = canvas.palette.ink, canvas.palette.light
    for grow, colour in ((34, ink), (18, canvas.palette.metal), (0, light)):
        canvas.disc((middle, head), half + grow, colour)
        canvas.box((middle - half - grow, head, middle + half + grow, canvas.height), colour)
    canvas.fade(
        light,
        mix(light, canvas.palette.metal, 0.45),
        (middle - half, head, middle + half, canvas.height),
    )
    leaf = [
        (middle + half, 160),
        (middle + half - 120, 230),
        (middle + half - 120, 1000),
        (middle + half, 1000),
    ]
    canvas.shape(leaf, canvas.palette.cloths[1])
    canvas.disc((middle + half - 96, 640), 11, canvas.palette.metal)
    path = [
        (middle - half, canvas.height),
        (middle - 40, 700),
        (middle + 40, 700),
        (middle + 70, canvas.height),
    ]
    canvas.shape(path, mix(light, canvas.palette.metal, 0.25))
