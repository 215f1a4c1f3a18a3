"""Maps: hills as contour lines, and libraries as points of light."""

from math import cos, exp, hypot, sin

from PIL import Image, ImageChops, ImageFilter

from .canvas import SCALE, Canvas, mix

GRID = (100, 63)
BANDS = 13


def height(hills: list[tuple[float, float, float, float]], x: float, y: float) -> float:
    rolling = 0.05 * sin(x / 5 + y / 9) + 0.04 * cos(y / 4 - x / 11)
    return rolling + sum(
        top * exp(-((x - left) ** 2 + (y - upper) ** 2) / (2 * reach * reach))
        for left, upper, reach, top in hills
    )


def relief(canvas: Canvas) -> Image.Image:
    """Heights of a land with a few hills, as whole bands."""
    draw = canvas.random.uniform
    hills = [(draw(0, 100), draw(0, 63), draw(9, 24), draw(0.4, 1)) for _ in range(9)]
    heights = [height(hills, x, y) for y in range(GRID[1]) for x in range(GRID[0])]
    low, high = min(heights), max(heights)
    field = Image.new("F", GRID)
    field.putdata([(value - low) / (high - low) * (BANDS - 0.01) for value in heights])
    size = (canvas.width * SCALE, canvas.height * SCALE)
    return field.resize(size, Image.Resampling.BICUBIC).convert("L")


def draw_contours(canvas: Canvas) -> None:
    """Land and a loch in bands of colour, with contour lines, a grid and a path."""
    palette = canvas.palette
    bands = relief(canvas)
    water = mix(palette.cloths[0], palette.cloths[5], 0.35)
    land = [
        mix(palette.cloths[1], palette.ground, 0.35),
        palette.ground,
        mix(palette.metal, palette.ground, 0.35),
        palette.light,
    ]
    colours = [water, mix(water, palette.light, 0.2)] + [
        _along(land, band / (BANDS - 3)) for band in range(BANDS - 2)
    ]
    flat = [channel for colour in colours for channel in _rgb(colour)]
    bands.putpalette(flat + flat[-3:] * (256 - len(colours)))
    canvas.image.paste(bands.convert("RGB"))
    plain = Image.frombytes("L", bands.size, bands.tobytes())
    edges = ImageChops.difference(plain, ImageChops.offset(plain, 3, 0))
    edges = ImageChops.lighter(edges, ImageChops.difference(plain, ImageChops.offset(plain, 0, 3)))
    lines = edges.point([0] + [150] * 255).filter(ImageFilter.BoxBlur(1))
    canvas.image.paste(
        Image.new("RGB", lines.size, mix(palette.ink, palette.cloths[3], 0.3)), mask=lines
    )
    for x in range(0, canvas.width, 200):
        canvas.line([(x, 0), (x, canvas.height)], mix(palette.cloths[5], palette.ground, 0.45), 1)
    for y in range(0, canvas.height, 200):
        canvas.line([(0, y), (canvas.width, y)], mix(palette.cloths[5], palette.ground, 0.45), 1)
    trail(canvas)


def trail(canvas: Canvas) -> None:
    """A dotted way across the map, from one library to the next."""
    x, y, heading = 90.0, canvas.height * canvas.random.uniform(0.55, 0.85), -0.3
    mark, halo = canvas.palette.cloths[3], canvas.palette.light
    while x < canvas.width - 90 and 60 < y < canvas.height - 60:
        canvas.disc((x, y), 7.5, halo)
        canvas.disc((x, y), 5, mark)
        heading += canvas.random.uniform(-0.28, 0.28) - (y - canvas.height / 2) / 9000
        heading = max(-0.9, min(0.9, heading))
        x, y = x + 24 * cos(heading), y + 24 * sin(heading)
    canvas.disc((x, y), 26, halo)
    canvas.disc((x, y), 20, mark)
    canvas.disc((x, y), 8, halo)


def scatter(canvas: Canvas, count: int, apart: float) -> list[tuple[float, float]]:
    """Places at a distance from one another, as many as there is room for."""
    places: list[tuple[float, float]] = []
    for _ in range(count * 30):
        x = canvas.random.uniform(70, canvas.width - 70)
        y = canvas.random.uniform(70, canvas.height - 70)
        if len(places) < count and all(hypot(x - a, y - b) > apart for a, b in places):
            places.append((x, y))
    return places


def draw_network(canvas: Canvas) -> None:
    """Libraries as lights on a map at night, each joined to its nearest."""
    palette = canvas.palette
    draw = (
        relief(canvas)
        .point([min(255, value * 9) for value in range(256)])
        .filter(ImageFilter.BoxBlur(24))
    )
    deep, high = mix(palette.cloths[0], palette.ink, 0.6), mix(palette.cloths[1], palette.ink, 0.3)
    size = canvas.image.size
    canvas.image.paste(
        Image.composite(Image.new("RGB", size, high), Image.new("RGB", size, deep), draw)
    )
    towns = scatter(canvas, 34, 125)
    for town in towns:
        near = sorted(towns, key=lambda other: hypot(other[0] - town[0], other[1] - town[1]))
        for other in near[1:4]:
            canvas.line([town, other], mix(palette.metal, deep, 0.35), 2.5)
    for number, town in enumerate(towns):
        size_of = 15 if number % 8 == 0 else canvas.random.uniform(6, 10)
        canvas.glow(town, size_of * 6, palette.light, 0.85)
        canvas.disc(town, size_of, palette.light)
        if number % 8 == 0:
            canvas.ring(town, size_of + 12, palette.metal, 3)


def _along(colours: list[str], share: float) -> str:
    place = min(share, 0.999) * (len(colours) - 1)
    return mix(colours[int(place)], colours[int(place) + 1], place - int(place))


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
