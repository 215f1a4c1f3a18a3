from typing import Any

from django.utils.html import strip_tags
from wagtail.admin.rich_text import DraftailRichTextArea


class RichTextEditor(DraftailRichTextArea):
    """Wagtail's own sends an empty paragraph where nothing was typed. That would pass for a
    text: its heading would stand above nothing, and a required text could be left out."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        value: str | None = super().value_from_datadict(data, files, name)
        return value if value is None or strip_tags(value).strip() else ""
