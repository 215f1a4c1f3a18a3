from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

Point = tuple[float, float]
Box = tuple[float, float, float, float]

SIZE = (1600, 1000)

# Everything is drawn larger and then reduced, which gives Pillow's shapes smooth edges.
SCALE = 2


@dataclass(frozen=True)
class Palette:
    """Colours that belong together: the ground, the darkest ink, the light, and the cloths."""

    ground: str
    ink: str
    light: str
    metal: str
    cloths: tuple[str, ...]


PALETTES = {
    "paper": Palette(
        "#efe4cd", "#16283a", "#fbf4e4", "#c08f36",
        ("#16324a", "#1f5a5e", "#b8832c", "#a1462d", "#6d2b2f", "#4b6a85", "#d9c69b", "#2f4b3c"),
    ),
    "night": Palette(
        "#15273b", "#0b1724", "#f6d88d", "#d9a441",
        ("#27496a", "#1f6470", "#c38a35", "#b2563a", "#7d3a44", "#5f7f9c", "#e3d2a8", "#3c6553"),
    ),
    "moss": Palette(
        "#e7e5d0", "#1b3229", "#f9f6e6", "#b98d3d",
        ("#24493b", "#3f6b4c", "#8a9a54", "#c39a3f", "#9b5335", "#2b5663", "#d6cfa6", "#5c3b2e"),
    ),
    "brick": Palette(
        "#f0dfca", "#3a1f1c", "#fdf1df", "#c4923f",
        ("#8d3b2a", "#b4613f", "#5a2a30", "#d0a055", "#274558", "#3f6a68", "#e6cfa4", "#71503b"),
    ),
    "sea": Palette(
        "#dfe7e2", "#12303f", "#f7f5e8", "#c49a4a",
        ("#15455c", "#2a7079", "#68989a", "#c7a24f", "#ad5a3c", "#334f74", "#cfd4bb", "#5b2f3b"),
    ),
}  # fmt: skip


class Canvas:
    """One picture while it is drawn, in the units of the finished picture."""

    def __init__(self, palette: Palette, seed: int) -> None:
        self.palette = palette
        self.random = Random(seed)  # noqa: S311 - patterns, not secrets
        self.width, self.height = SIZE
        self.image = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), palette.ground)

    @cached_property
    def pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def cloth(self) -> str:
        return self.random.choice(self.palette.cloths)

    def box(self, box: Box, fill: str, radius: float = 0) -> None:
        left, top, right, bottom = box
        if right - left < 1 or bottom - top < 1:
            return
        corners = tuple(value * SCALE for value in box)
        self.pen.rounded_rectangle(corners, radius * SCALE, fill=fill)

    def shape(self, points: Iterable[Point], fill: str) -> None:
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def line(self, points: Iterable[Point], fill: str, width: float = 2) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=fill, width=max(1, round(width * SCALE)), joint="curve")

    def disc(self, centre: Point, radius: float, fill: str) -> None:
        x, y = centre
        box = (
            (x - radius) * SCALE,
            (y - radius) * SCALE,
            (x + radius) * SCALE,
            (y + radius) * SCALE,
        )
        self.pen.ellipse(box, fill=fill)

    def ring(self, centre: Point, radius: float, fill: str, width: float) -> None:
        x, y = centre
        box = (
            (x - radius) * SCALE,
            (y - radius) * SCALE,
            (x + radius) * SCALE,
            (y + radius) * SCALE,
        )
        self.pen.ellipse(box, outline=fill, width=round(width * SCALE))

    def fade(self, top: str, bottom: str, box: Box | None = None) -> None:
        """Fill with a slow change from one colour to the other, downwards."""
        left, upper, right, lower = box or (0, 0, self.width, self.height)
        size = (round((right - left) * SCALE), round((lower - upper) * SCALE))
        mask = Image.linear_gradient("L").resize(size)
        colours = (Image.new("RGB", size, bottom), Image.new("RGB", size, top))
        self.image.paste(
            Image.composite(*colours, mask), (round(left * SCALE), round(upper * SCALE))
        )

    def glow(self, centre: Point, radius: float, colour: str, strength: float = 0.7) -> None:
        """Light that falls off from a lamp or a window."""
        side = round(radius * 2 * SCALE)
        mask = Image.radial_gradient("L").resize((side, side))
        mask = mask.point([max(0, round((255 - value) * strength - 75)) for value in range(256)])
        corner = (round((centre[0] - radius) * SCALE), round((centre[1] - radius) * SCALE))
        self.image.paste(Image.new("RGB", (side, side), colour), corner, mask)

    def paste(self, layer: Image.Image, corner: Point) -> None:
        self.image.paste(layer, (round(corner[0] * SCALE), round(corner[1] * SCALE)), layer)

    def finish(self) -> Image.Image:
        """The picture at its true size, with the grain of paper over it."""
        reduced = self.image.reduce(SCALE)
        noise = Image.frombytes("L", reduced.size, self.random.randbytes(self.width * self.height))
        noise = noise.filter(ImageFilter.BoxBlur(1))
        grain = noise.point([round(128 + (value - 128) * 0.28) for value in range(256)])
        return ImageChops.overlay(reduced, Image.merge("RGB", (grain, grain, grain)))


def mix(one: str, other: str, share: float) -> str:
    """A colour on the way from one to the other."""
    pairs: Sequence[tuple[int, int]] = list(
        zip(ImageColor.getrgb(one)[:3], ImageColor.getrgb(other)[:3], strict=True)
    )
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
