"""Tables that a screen reader can follow and a translator can translate."""

from collections.abc import Iterator
from hashlib import sha256

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockAdapter,
    TypedTableBlockValidationError,
)
from wagtail_localize.segments import StringSegmentValue

from ..own_words import gettext_lazy as _
from . import groups


class CellsBlock(TypedTableBlock):
    """Columns with headings, and rows. Cells are plain text, so each is one segment."""

    text = blocks.CharBlock(label=_("Text"), required=False, default="", icon="pilcrow")
    number = blocks.CharBlock(label=_("Number"), required=False, default="", icon="decimal")

    def clean(self, value: TypedTable) -> TypedTable:
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if not cleaned.columns or not cleaned.row_data:
            raise TypedTableBlockValidationError(non_block_errors=[_("Add columns and rows.")])
        if not all(column["heading"].strip() for column in cleaned.columns):
            message = _("Give each column a heading.")
            raise TypedTableBlockValidationError(non_block_errors=[ValidationError(message)])
        return cleaned

    def get_translatable_segments(self, table: TypedTable) -> list[StringSegmentValue]:
        """The same words are one segment, wherever in the table they stand."""
        return [StringSegmentValue(key(text), text) for text in dict.fromkeys(texts(table))]

    def restore_translated_segments(
        self, table: TypedTable, segments: list[StringSegmentValue]
    ) -> TypedTable:
        translated = {segment.path: segment.render_text() for segment in segments}
        for column in table.columns:
            column["heading"] = translated.get(key(column["heading"]), column["heading"])
        for row in table.row_data:
            row["values"] = [translated.get(key(cell), cell) for cell in row["values"]]
        return table


def texts(table: TypedTable) -> Iterator[str]:
    yield from (column["heading"] for column in table.columns if column["heading"])
    for row in table.row_data:
        yield from (cell for cell in row["values"] if cell)


def key(text: str) -> str:
    """By content, not by place: a row put in between must not shift the translations below."""
    return sha256(text.encode()).hexdigest()[:16]


class CellsBlockAdapter(TypedTableBlockAdapter):
    """Hides the caption of Wagtail's own form: ours is a field of the block around it."""

    @cached_property
    def media(self) -> forms.Media:
        css = forms.Media(css={"all": [versioned_static("css/admin-tables.css")]})
        return TypedTableBlockAdapter().media + css


register(CellsBlockAdapter(), CellsBlock)


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(
        label=_("Caption"), max_length=200, help_text=_("Says what the table is about.")
    )
    table = CellsBlock(
        label=_("Table"), help_text=_("Each column needs a heading. Numbers align to the right.")
    )
    row_headings = blocks.BooleanBlock(
        label=_("The first column names the rows"), required=False, default=False
    )

    class Meta:
        label = _("Table")
        description = _("Rows and columns that belong together; not for layout.")
        icon = "table"
        group = groups.LISTS
        template = "blocks/table.html"
        preview_value = {
            "caption": "Opening hours",
            "table": {
                "columns": [
                    {"type": "text", "heading": "Day"},
                    {"type": "text", "heading": "Hours"},
                ],
                "rows": [{"values": ["Monday", "9 to 17"]}, {"values": ["Saturday", "10 to 16"]}],
            },
        }
