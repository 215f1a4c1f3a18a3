"""What libraries are written on: cards, slips, drawers and pages."""

from math import cos, pi, sin

from PIL import Image, ImageDraw, ImageFont

from .canvas import SCALE, Canvas, mix


def card(canvas: Canvas, width: int, height: int) -> Image.Image:
    """A catalogue card with a red rule, lines of writing and a hole for the rod."""
    size = (width * SCALE, height * SCALE)
    layer = Image.new("RGBA", size)
    pen = ImageDraw.Draw(layer)
    palette = canvas.palette
    paper = mix(palette.light, palette.cloths[6], canvas.random.uniform(0.05, 0.45))
    pen.rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), 10 * SCALE, fill=paper)
    edge = mix(paper, palette.ink, 0.3)
    pen.rounded_rectangle(
        (0, 0, size[0] - 1, size[1] - 1), 10 * SCALE, outline=edge, width=SCALE * 2
    )
    margin = size[0] * 0.14
    pen.line(
        [(margin, 0), (margin, size[1])], fill=mix(palette.cloths[3], paper, 0.35), width=SCALE * 2
    )
    for number in range(7):
        y = size[1] * (0.16 + number * 0.1)
        start = margin + (size[0] * 0.04 if number else 0) + 8 * SCALE
        length = canvas.random.uniform(0.35, 0.75) * size[0]
        ink = palette.ink if number == 0 else mix(palette.ink, paper, 0.45)
        pen.line(
            [(start, y), (start + length, y)], fill=ink, width=SCALE * (9 if number == 0 else 5)
        )
    pen.rectangle(
        (size[0] * 0.02, size[1] * 0.14, size[0] * 0.11, size[1] * 0.18), fill=palette.cloths[0]
    )
    hole = (size[0] / 2, size[1] * 0.92, size[1] * 0.035)
    pen.ellipse(
        (hole[0] - hole[2], hole[1] - hole[2], hole[0] + hole[2], hole[1] + hole[2]),
        fill=palette.ink,
    )
    return layer


def with_shadow(layer: Image.Image, ink: str) -> Image.Image:
    grown = Image.new("RGBA", (layer.width + 28, layer.height + 28))
    shade = Image.new("RGBA", layer.size, (*_rgb(ink), 90))
    grown.paste(
        shade, (18, 20), layer.getchannel("A").point([value * 90 // 255 for value in range(256)])
    )
    grown.alpha_composite(layer)
    return grown


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def draw_cards(canvas: Canvas) -> None:
    """Cards strewn over a cloth, each turned a little."""
    palette = canvas.palette
    canvas.fade(palette.cloths[0], mix(palette.cloths[0], palette.ink, 0.6))
    places = [(x, y) for y in range(-40, 900, 270) for x in range(-120, 1500, 400)]
    canvas.random.shuffle(places)
    for x, y in places:
        layer = with_shadow(card(canvas, 430, 270), palette.ink)
        turned = layer.rotate(
            canvas.random.uniform(-14, 14), Image.Resampling.BILINEAR, expand=True
        )
        canvas.paste(
            turned, (x + canvas.random.uniform(-40, 40), y + canvas.random.uniform(-30, 30))
        )


def draw_fan(canvas: Canvas) -> None:
    """Cards spread like a hand of playing cards."""
    palette = canvas.palette
    canvas.fade(
        mix(palette.cloths[4], palette.ink, 0.15), mix(palette.cloths[4], palette.ink, 0.65)
    )
    pivot = (canvas.width / 2, canvas.height * 1.3)
    for number in range(9):
        angle = -52 + number * 13
        layer = with_shadow(card(canvas, 520, 330), palette.ink)
        turned = layer.rotate(-angle, Image.Resampling.BILINEAR, expand=True)
        x = pivot[0] + 830 * sin(angle * pi / 180)
        y = pivot[1] - 830 * cos(angle * pi / 180)
        canvas.paste(turned, (x - turned.width / 2 / SCALE, y - turned.height / 2 / SCALE))


def draw_stamps(canvas: Canvas) -> None:
    """A lending slip with its columns of dates."""
    palette = canvas.palette
    canvas.fade(
        mix(palette.cloths[6], palette.ground, 0.4), mix(palette.cloths[6], palette.ink, 0.12)
    )
    canvas.box((150, -20, 1450, 1020), mix(palette.ink, palette.ground, 0.62), 8)
    canvas.box((138, -30, 1438, 1010), palette.light, 8)
    for x in (138 + 433, 138 + 866):
        canvas.line([(x, 130), (x, 1000)], mix(palette.ink, palette.light, 0.55), 3)
    for y in range(130, 1000, 87):
        canvas.line([(138, y), (1438, y)], mix(palette.ink, palette.light, 0.7), 2)
    canvas.box((190, 48, 760, 74), palette.ink, 4)
    canvas.box((190, 90, 520, 104), mix(palette.ink, palette.light, 0.4), 4)
    inks = (palette.cloths[0], palette.cloths[3], palette.cloths[4], palette.cloths[1])
    for number in range(26):
        column, line = divmod(number, 10)
        layer = stamp(
            canvas, mix(canvas.random.choice(inks), palette.light, canvas.random.uniform(0, 0.5))
        )
        turned = layer.rotate(canvas.random.uniform(-7, 7), Image.Resampling.BILINEAR, expand=True)
        canvas.paste(
            turned,
            (
                215 + column * 433 + canvas.random.uniform(-30, 50),
                136 + line * 87 + canvas.random.uniform(-6, 8),
            ),
        )


def stamp(canvas: Canvas, ink: str) -> Image.Image:
    """A date in figures, since a lending slip must be read in every language."""
    layer = Image.new("RGBA", (250 * SCALE, 60 * SCALE))
    draw = canvas.random.randrange
    date = f"{draw(1, 29):02} . {draw(1, 13):02} . {draw(64, 99)}"
    font = ImageFont.load_default(38 * SCALE)
    middle = (layer.width / 2, layer.height / 2)
    ImageDraw.Draw(layer).text(middle, date, ink, font, anchor="mm", stroke_width=SCALE)
    return layer


def draw_drawers(canvas: Canvas) -> None:
    """The old catalogue: drawers with brass labels, one of them pulled out."""
    palette = canvas.palette
    wood = mix(palette.cloths[3], palette.ink, 0.3)
    canvas.box((0, 0, canvas.width, canvas.height), mix(wood, palette.ink, 0.6))
    chosen = (canvas.random.randrange(1, 4), canvas.random.randrange(1, 3))
    for row in range(5):
        for column in range(6):
            if (column, row) != chosen:
                drawer(
                    canvas,
                    14 + column * 264,
                    14 + row * 197,
                    mix(wood, palette.metal, canvas.random.uniform(0, 0.22)),
                )
    x, y = 14 + chosen[0] * 264, 14 + chosen[1] * 197
    canvas.box((x - 4, y - 4, x + 256, y + 187), palette.ink)
    for number in range(12):
        top = y + 10 + number * 4
        canvas.box(
            (x + 14 + number, top, x + 238 - number, top + 110),
            mix(palette.light, palette.cloths[6], number / 12),
            4,
        )
        if number % 4 == 1:
            canvas.box(
                (x + 40 + number * 12, top - 10, x + 92 + number * 12, top + 8),
                palette.cloths[number % 5],
                3,
            )
    canvas.box((x - 20, y + 72, x + 278, y + 290), mix(palette.ink, wood, 0.15), 8)
    drawer(canvas, x - 22, y + 62, mix(wood, palette.light, 0.12), 1.18)


def drawer(canvas: Canvas, x: float, y: float, wood: str, scale: float = 1) -> None:
    palette = canvas.palette
    width, height = 250 * scale, 183 * scale
    canvas.box((x, y, x + width, y + height), mix(wood, palette.ink, 0.4), 6)
    canvas.box((x, y, x + width - 5, y + height - 6), wood, 6)
    canvas.box((x, y, x + width - 5, y + 4), mix(wood, palette.light, 0.3), 3)
    middle = x + width / 2
    canvas.box(
        (middle - 72 * scale, y + 34 * scale, middle + 72 * scale, y + 92 * scale), palette.metal, 5
    )
    canvas.box(
        (middle - 63 * scale, y + 42 * scale, middle + 63 * scale, y + 84 * scale), palette.light, 2
    )
    for number, length in enumerate((46, 32)):
        top = y + (54 + number * 14) * scale
        canvas.box(
            (middle - length * scale, top, middle + length * scale, top + 5),
            mix(palette.ink, palette.light, 0.25),
            2,
        )
    canvas.disc((middle, y + 132 * scale + 5), 17 * scale, mix(wood, palette.ink, 0.5))
    canvas.disc((middle, y + 132 * scale), 16 * scale, palette.metal)
    canvas.disc((middle - 4, y + 127 * scale), 6 * scale, mix(palette.metal, palette.light, 0.6))


def draw_pages(canvas: Canvas) -> None:
    """Leaves of paper that lift and fall like a sea."""
    palette = canvas.palette
    canvas.fade(
        mix(palette.ground, palette.light, 0.5), mix(palette.ground, palette.cloths[5], 0.3)
    )
    canvas.disc((canvas.width * 0.72, 210), 105, mix(palette.metal, palette.light, 0.15))
    for layer in range(11):
        base, height = 260 + layer * 72, 62 + layer * 7
        phase, length = canvas.random.uniform(0, 2 * pi), canvas.random.uniform(620, 1050)
        crest = [
            (
                x,
                base
                - height * sin(2 * pi * x / length + phase) ** 2 * canvas.random.uniform(0.98, 1),
            )
            for x in range(-20, canvas.width + 40, 10)
        ]
        colour = palette.cloths[layer % 6]
        canvas.shape(
            [*crest, (canvas.width + 40, 1010), (-20, 1010)], mix(colour, palette.ground, 0.1)
        )
        for number in range(1, 6):
            leaf = [(x, y + number * 7) for x, y in crest]
            canvas.line(leaf, mix(palette.light, colour, number / 8), 3)
