"""Makes the stored form of a body, in which every block and list item has an id.

The ids follow from the key of the page and the place in it, so they are the same each time
and the same in every language; translations find their originals by them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from .errors import Mistake

if TYPE_CHECKING:
    from .values import Writer

NAMESPACE = UUID("5b3b0c0e-7f3a-4e0b-9a53-6c4d1b1f1850")
Builder = Callable[["Writer", Any, Any, str], Any]


def stream_value(
    writer: "Writer", block: blocks.StreamBlock, value: list[Any], place: str
) -> StreamValue:
    stream = block.to_python(raw_stream(writer, block, value, place))
    block.clean(stream)
    return stream


def block_id(place: str) -> str:
    return str(uuid5(NAMESPACE, place))


def raw(writer: "Writer", block: blocks.Block, value: Any, place: str) -> Any:
    """The stored form of one block's value."""
    for kind, build in BUILDERS:
        if isinstance(block, kind):
            return build(writer, block, value, place)
    return value


def raw_stream(
    writer: "Writer", block: blocks.StreamBlock, value: list[Any], place: str
) -> list[dict[str, Any]]:
    stored = []
    for number, item in enumerate(value):
        if not isinstance(item, dict) or len(item) != 1:
            raise Mistake(f"{place}, block {number + 1}: one name with its value is needed")
        [(name, content)] = item.items()
        if name not in block.child_blocks:
            raise Mistake(f"{place}, block {number + 1}: there is no block “{name}”")
        here = f"{place}/{number}"
        child = raw(writer, block.child_blocks[name], content, here)
        stored.append({"type": name, "value": child, "id": block_id(here)})
    return stored


def raw_struct(
    writer: "Writer", block: blocks.StructBlock, value: Any, place: str
) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Mistake(f"{place}: names with values are needed")
    if unknown := value.keys() - block.child_blocks.keys():
        raise Mistake(f"{place}: there is no “{min(unknown)}”")
    return {
        name: raw(writer, block.child_blocks[name], content, f"{place}/{name}")
        for name, content in value.items()
    }


def raw_list(
    writer: "Writer", block: blocks.ListBlock, value: list[Any], place: str
) -> list[dict[str, Any]]:
    return [
        {
            "type": "item",
            "value": raw(writer, block.child_block, item, f"{place}/{number}"),
            "id": block_id(f"{place}/{number}"),
        }
        for number, item in enumerate(value)
    ]


def raw_table(
    writer: "Writer", block: TypedTableBlock, value: dict[str, Any], place: str
) -> dict[str, Any]:
    width = len(value["columns"])
    if any(len(row) != width for row in value["rows"]):
        raise Mistake(f"{place}: each row needs {width} cells")
    return {
        "columns": [{"type": "text", "heading": heading} for heading in value["columns"]],
        "rows": [{"values": [str(cell) for cell in row]} for row in value["rows"]],
        "caption": "",
    }


def raw_choice(
    writer: "Writer", block: blocks.ChooserBlock, value: str | None, place: str
) -> int | None:
    chosen = writer.reference(block.model_class, value)
    return chosen.pk if chosen else None


def raw_rich_text(writer: "Writer", block: blocks.RichTextBlock, value: str, place: str) -> str:
    return writer.rich_text(value)


def raw_day(writer: "Writer", block: blocks.DateBlock, value: Any, place: str) -> str | None:
    day = writer.day(value)
    return day.isoformat() if day else None


BUILDERS: tuple[tuple[type[blocks.Block], Builder], ...] = (
    (TypedTableBlock, raw_table),
    (blocks.StreamBlock, raw_stream),
    (blocks.StructBlock, raw_struct),
    (blocks.ListBlock, raw_list),
    (blocks.ChooserBlock, raw_choice),
    (blocks.DateBlock, raw_day),
    (blocks.RichTextBlock, raw_rich_text),
)
