"""Contrast as WCAG counts it, for colours written as `#rrggbb`."""

import re
from collections.abc import Iterator

WHITE, BLACK = "#ffffff", "#000000"
STEPS = 50
PATTERN = r"^#[0-9a-fA-F]{6}$"


def is_colour(value: str) -> bool:
    return re.fullmatch(PATTERN, value) is not None


def channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    parts = [value / 255 for value in channels(colour)]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with a share of the other in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def shades(colour: str, towards: str) -> Iterator[str]:
    return (mix(colour, towards, step / STEPS) for step in range(STEPS + 1))


def nearest_shade(colour: str, ground: str, least: float) -> str:
    """The colour itself, or the shade nearest to it that reaches a contrast with the ground."""
    away = WHITE if contrast(ground, WHITE) > contrast(ground, BLACK) else BLACK
    reaching = (shade for shade in shades(colour, away) if contrast(shade, ground) >= least)
    return next(reaching, away)


def text_on(ground: str) -> str:
    """Black or white, whichever reads better: one of them always reaches 4.5 : 1."""
    return WHITE if contrast(ground, WHITE) >= contrast(ground, BLACK) else BLACK
