from typing import Any

from django.contrib.messages.storage.fallback import FallbackStorage
from django.utils.html import conditional_escape

from .words import OwnWords


class MessageStorage(FallbackStorage):
    """A message waits for the next page, and would be kept as plain text: English alone."""

    def add(self, level: int, message: Any, extra_tags: str | None = "") -> None:
        text = str(message)
        kept = conditional_escape(text) if isinstance(text, OwnWords) else message
        super().add(level, kept, extra_tags)
