from .body import BodyBlock, body_field
from .links import LinkBlock, LinkedPageBlock
from .text import QuoteBlock

__all__ = ["BodyBlock", "LinkBlock", "LinkedPageBlock", "QuoteBlock", "body_field"]
