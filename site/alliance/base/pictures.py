"""Pictures as every page shows them: WebP in three widths, with width and height."""

import re
from dataclasses import dataclass

from .models import AllianceImage, AllianceRendition

SCALES = (0.5, 1.0, 1.75)
SIZE = re.compile(r"(?P<operation>fill|max|min|width|height)-(?P<width>\d+)(?:x(?P<height>\d+))?")


@dataclass(frozen=True)
class Picture:
    """One `<img>`: `src` is the asked size, `srcset` offers it smaller and larger."""

    src: AllianceRendition
    srcset: str

    @property
    def width(self) -> int:
        return self.src.width

    @property
    def height(self) -> int:
        return self.src.height


def specs(spec: str) -> list[str]:
    """`fill-640x360` gives that size at each scale, as WebP."""
    match = SIZE.fullmatch(spec)
    if match is None:
        raise ValueError(f"Not a picture size: {spec}")
    operation, width, height = match["operation"], int(match["width"]), match["height"]
    return [
        f"{operation}-{round(width * scale)}"
        + (f"x{round(int(height) * scale)}" if height else "")
        + "|format-webp"
        for scale in SCALES
    ]


def make_picture(image: AllianceImage, spec: str) -> Picture:
    wanted = specs(spec)
    renditions = image.get_renditions(*wanted)
    by_width = {renditions[name].width: renditions[name] for name in wanted}
    srcset = ", ".join(f"{found.url} {width}w" for width, found in sorted(by_width.items()))
    return Picture(renditions[wanted[SCALES.index(1.0)]], srcset)
