"""Words that stand in what is B's alone, so that an answer that holds one gives something away."""

import re
from io import BytesIO
from typing import Any

from PIL import Image, UnidentifiedImageError

PREFIX = "xqjb"
CHANGED = "zqja"
THEIR_NAME = "their-member"
SEARCHED = "harbourmaster"  # one searches for this: a page that repeats it gives nothing away
OFFERED = "offeredwords"  # what B has published and offered: everyone may read it
COLOUR = (38, 70, 83)  # of B's pictures, which have no words
NEAR = 12  # a picture is not kept exactly as it was
PATTERN = re.compile(rf"{PREFIX}([a-z]+)")


def mark(kind: str) -> str:
    return PREFIX + kind


def titled(kind: str) -> str:
    return f"{SEARCHED.title()} {mark(kind)}"


def marks_in(text: str) -> set[str]:
    return set(PATTERN.findall(text))


def shows_picture(body: bytes) -> str:
    """A mark in words for a picture of B's."""
    try:
        pixel: Any = Image.open(BytesIO(body)).convert("RGB").getpixel((0, 0))
    except UnidentifiedImageError:
        return body.decode(errors="replace")
    is_theirs = all(abs(one - other) < NEAR for one, other in zip(pixel, COLOUR, strict=True))
    return mark("picture") if is_theirs else ""


def altered(text: str) -> str:
    """The same words in another spelling: data that is valid, and changes what it replaces."""
    return text.replace(PREFIX, CHANGED)
