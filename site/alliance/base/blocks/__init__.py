from .body import BodyBlock
from .links import LinkBlock, LinkedPageBlock
from .text import QuoteBlock

__all__ = ["BodyBlock", "LinkBlock", "LinkedPageBlock", "QuoteBlock"]
