from typing import Any

from telepath import BaseAdapter, StringNode

from .words import OwnWords


class OwnWordsAdapter(BaseAdapter):
    """Blocks and menus go to the browser as data, and a script draws them."""

    def build_node(self, obj: Any, context: Any) -> StringNode:
        text = str(obj)
        return StringNode(text.for_scripts() if isinstance(text, OwnWords) else text)
