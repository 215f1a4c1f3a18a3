"""The pictures of the demonstration: patterns of books, shelves and maps.

They are drawn when the content is loaded, the same for the same seed, so that no picture
file has to be kept and nobody else's rights are touched.
"""

from collections.abc import Callable
from io import BytesIO

from .canvas import PALETTES, Canvas
from .maps import draw_contours, draw_network
from .marks import draw_mark
from .paper import draw_cards, draw_drawers, draw_fan, draw_pages, draw_stamps
from .places import draw_market, draw_parliament, draw_skyline, draw_tower
from .rooms import draw_arches, draw_desk, draw_gallery, draw_hall
from .shelves import draw_door, draw_ladder, draw_spines
from .sights import draw_bridges, draw_kites, draw_lighthouse

PATTERNS: dict[str, Callable[[Canvas], None]] = {
    "arches": draw_arches,
    "bridges": draw_bridges,
    "cards": draw_cards,
    "contours": draw_contours,
    "desk": draw_desk,
    "door": draw_door,
    "drawers": draw_drawers,
    "fan": draw_fan,
    "gallery": draw_gallery,
    "hall": draw_hall,
    "kites": draw_kites,
    "ladder": draw_ladder,
    "lighthouse": draw_lighthouse,
    "market": draw_market,
    "network": draw_network,
    "pages": draw_pages,
    "parliament": draw_parliament,
    "skyline": draw_skyline,
    "spines": draw_spines,
    "stamps": draw_stamps,
    "tower": draw_tower,
}

__all__ = ["PALETTES", "PATTERNS", "draw_logo", "draw_picture"]


def draw_picture(pattern: str, palette: str, seed: int) -> bytes:
    """A JPEG of the pattern in the colours of the palette."""
    canvas = Canvas(PALETTES[palette], seed)
    PATTERNS[pattern](canvas)
    file = BytesIO()
    canvas.finish().save(file, "JPEG", quality=86)
    return file.getvalue()


def draw_logo(initials: str, primary: str, secondary: str, seed: int) -> bytes:
    """A PNG of a geometric mark with initials, in the colours of an organisation."""
    return draw_mark(initials, primary, secondary, seed)
