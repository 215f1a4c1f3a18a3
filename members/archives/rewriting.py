"""Changes the keys by which stored content names other things, wherever in it they are."""

import json
import re
from collections.abc import Callable
from typing import Any

from django.db.models import Field, Model
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME
from wagtail.rich_text import features
from wagtail.rich_text.rewriters import extract_attrs

# Gives the key that a thing of this model has elsewhere, or None where it is not.
Swap = Callable[[type[Model], Any], Any]
TAG = re.compile(r"<(?P<name>a|embed)\b(?P<attributes>[^>]*)>")
KEY = re.compile(r'\bid="[^"]*"')


class Rewriter:
    """Goes through serialised rows, as `serializable_data` makes them.

    `own` gives the keys of rows that belong to the row above them, `other` those of all else.
    """

    def __init__(self, own: Swap, other: Swap) -> None:
        self.own = own
        self.other = other

    def row(self, model: type[Model], data: dict[str, Any]) -> dict[str, Any] | None:
        """The same row with other keys; None if it lacks one that it cannot be without."""
        found = {**data}
        found.pop(COMMENTS_RELATION_NAME, None)  # what colleagues said is not what readers read
        for field in model._meta.get_fields():
            name = name_in_data(field)
            if name in found:
                found[name] = self.value(field, found[name])
                if found[name] is None and data[name] is not None and not field.null:
                    return None
        return found

    def value(self, field: Any, value: Any) -> Any:
        if isinstance(field.remote_field, ParentalKey):
            return self.rows(field.related_model, value)
        if isinstance(field, ParentalManyToManyField):
            keys = [self.other(field.related_model, key) for key in value]
            return [key for key in keys if key is not None]
        if field.remote_field:
            return self.key(field.related_model, value)
        if isinstance(field, StreamField):
            return json.dumps(self.block(field.stream_block, json.loads(value or "[]")))
        return self.rich_text(value) if isinstance(field, RichTextField) and value else value

    def rows(self, model: type[Model], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        found = [self.row(model, {**row, "pk": None}) for row in rows]
        return [
            {**new, "pk": old["pk"] and self.own(model, old["pk"])}
            for old, new in zip(rows, found, strict=True)
            if new is not None
        ]

    def key(self, model: type[Model], key: Any) -> Any:
        return None if key is None else self.other(model, key)

    def block(self, block: blocks.Block, value: Any) -> Any:
        if value is None:
            return None
        if isinstance(block, blocks.BaseStreamBlock):
            return [self.child(block.child_blocks.get(item["type"]), item) for item in value]
        if isinstance(block, blocks.ListBlock):
            return [self.item(block.child_block, item) for item in value]
        if isinstance(block, blocks.BaseStructBlock):
            known = block.child_blocks
            return {k: self.block(known[k], v) if k in known else v for k, v in value.items()}
        if isinstance(block, TypedTableBlock):
            return self.table(block, value)
        if isinstance(block, blocks.ChooserBlock):
            return self.key(block.model_class, value)
        return self.rich_text(value) if isinstance(block, blocks.RichTextBlock) else value

    def child(self, block: blocks.Block | None, item: dict[str, Any]) -> dict[str, Any]:
        return {**item, "value": self.block(block, item["value"])} if block else item

    def item(self, block: blocks.Block, item: Any) -> Any:
        """An item of a list has a key of its own, but did not always have one."""
        if isinstance(item, dict) and item.get("type") == "item":
            return self.child(block, item)
        return self.block(block, item)

    def table(self, block: TypedTableBlock, value: dict[str, Any]) -> dict[str, Any]:
        kinds = [block.child_blocks.get(column["type"]) for column in value["columns"]]
        rows = [
            {
                **row,
                "values": [
                    self.block(kind, cell) if kind else cell
                    for kind, cell in zip(kinds, row["values"], strict=True)
                ],
            }
            for row in value["rows"]
        ]
        return {**value, "rows": rows}

    def rich_text(self, html: str) -> str:
        return TAG.sub(self.tag, html)

    def tag(self, match: re.Match[str]) -> str:
        """What a link led to may be missing: its words stay. A picture goes."""
        said = extract_attrs(match["attributes"])
        is_link = match["name"] == "a"
        handlers = features.get_link_types() if is_link else features.get_embed_types()
        handler = handlers.get(said.get("linktype" if is_link else "embedtype"))
        if handler is None or not said.get("id", "").isdigit():
            return match[0]
        try:
            model = handler.get_model()
        except NotImplementedError:  # such as a film, which is named by its address
            return match[0]
        key = self.other(model, int(said["id"]))
        if key is None:
            return "<a>" if is_link else ""
        return KEY.sub(f'id="{key}"', match[0])


def name_in_data(field: Any) -> str:
    """What `serializable_data` calls a field, or a relation that belongs to the row."""
    if isinstance(field, Field):
        return field.name
    return str(field.get_accessor_name()) if isinstance(field.remote_field, ParentalKey) else ""
