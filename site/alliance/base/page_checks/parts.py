"""The parts of a page that can be wrong, in the order in which readers meet them.

They are read from what is stored, so that nothing is fetched for a picture or a link.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

from django.db.models import Field, Model
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField

HEADINGS = {f"h{level}": level for level in range(1, 7)}
PARAGRAPHS = {"p", "li", "td", "blockquote"}


@dataclass(frozen=True)
class Place:
    field: str
    block: str = ""


@dataclass(frozen=True)
class Part:
    place: Place
    words: str = ""


@dataclass(frozen=True)
class Heading(Part):
    level: int = 2


@dataclass(frozen=True)
class Link(Part):
    """To a page or a file of this site, by its key, or to an address elsewhere."""

    page: int | None = None
    file: int | None = None
    has_words: bool = True  # a page that is chosen shows its own title


@dataclass(frozen=True)
class Picture(Part):
    is_described: bool = False


@dataclass(frozen=True)
class Table(Part):
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph(Part):
    pass


def parts_of(page: Any) -> Iterator[Part]:
    if page.image_id:
        described = page.image_is_decorative or bool(page.image_alt.strip())
        yield Picture(Place("image_alt"), is_described=described)
    yield from parts_of_fields(page)
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        for row in getattr(page, name).all():
            for part in parts_of_fields(row):
                yield replace(part, place=Place(name, part.place.block))


def parts_of_fields(thing: Model) -> Iterator[Part]:
    for field in thing._meta.concrete_fields:
        value = getattr(thing, field.attname)
        if isinstance(field, RichTextField):
            yield from parts_of_text(value, Place(field.name))
        elif isinstance(field, StreamField):
            yield from parts_of_stream(field, value)
        elif is_file(field) and value:
            yield Link(Place(field.name), file=value, has_words=False)


def is_file(field: "Field[Any, Any]") -> bool:
    related = field.related_model
    return isinstance(related, type) and related._meta.label == "base.AllianceDocument"


def parts_of_stream(field: Any, value: Any) -> Iterator[Part]:
    for child in value.get_prep_value():
        block = field.stream_block.child_blocks.get(child["type"])
        if block is not None:
            place = Place(field.name, child.get("id") or "")
            yield from own_headings(block, child["value"], place)
            yield from parts_of_block(block, child["value"], place)


def own_headings(block: blocks.Block, value: Any, place: Place) -> Iterator[Part]:
    """Of a block in the body itself; deeper ones follow the block's own."""
    if not isinstance(block, blocks.StructBlock) or not isinstance(value, dict):
        return
    if set(block.child_blocks) == {"text", "level"}:
        yield Heading(place, value.get("text") or "", int((value.get("level") or "h2")[1]))
    elif value.get("heading"):
        yield Heading(place, value["heading"])


def parts_of_block(block: blocks.Block, value: Any, place: Place) -> Iterator[Part]:
    if value is None or value == "":
        return
    if isinstance(block, blocks.BaseStructBlock):
        yield from parts_of_struct(block, value, place)
    elif isinstance(block, blocks.BaseStreamBlock | blocks.ListBlock):
        for child, own in blocks_within(block, value):
            yield from parts_of_block(child, own, place)
    elif isinstance(block, blocks.RichTextBlock):
        yield from parts_of_text(value, place)
    elif isinstance(block, blocks.TextBlock):
        yield from (Paragraph(place, line) for line in value.splitlines())
    elif part := part_of(block, value, place):
        yield part


def part_of(block: blocks.Block, value: Any, place: Place) -> Part | None:
    if isinstance(block, TypedTableBlock):
        return Table(place, columns=tuple(column["heading"] for column in value["columns"]))
    if isinstance(block, blocks.PageChooserBlock):
        return Link(place, page=value, has_words=False)
    is_file = isinstance(block, DocumentChooserBlock)
    return Link(place, file=value, has_words=False) if is_file else None


def blocks_within(block: Any, value: list[Any]) -> Iterator[tuple[blocks.Block, Any]]:
    for item in value:
        if isinstance(block, blocks.ListBlock):
            yield block.child_block, item["value"] if is_item(item) else item
        elif item["type"] in block.child_blocks:
            yield block.child_blocks[item["type"]], item["value"]


def is_item(item: Any) -> bool:
    return isinstance(item, dict) and item.get("type") == "item"


def parts_of_struct(
    block: blocks.BaseStructBlock, value: dict[str, Any], place: Place
) -> Iterator[Part]:
    known = dict(block.child_blocks)
    if {"image", "alt", "decorative"} <= set(known) and value.get("image"):
        described = bool(value.get("decorative") or (value.get("alt") or "").strip())
        yield Picture(place, value.get("caption") or value.get("name") or "", described)
    if {"page", "url", "label"} <= set(known):
        if value.get("page") or value.get("url"):
            yield Link(place, value.get("label") or "", page=value.get("page"))
        return
    for name, child in known.items():
        yield from parts_of_block(child, value.get(name), place)


def parts_of_text(source: Any, place: Place) -> Iterator[Part]:
    reader = TextReader(place)
    reader.feed(str(source or ""))
    reader.close()
    yield from reader.parts


class TextReader(HTMLParser):
    """Running text as Wagtail stores it: a link to a page names its key."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.parts: list[Part] = []
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" or tag in HEADINGS or tag in PARAGRAPHS:
            self.open.append((tag, dict(attrs), []))

    def handle_data(self, data: str) -> None:
        for _, _, words in self.open:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if not any(found == tag for found, _, _ in self.open):
            return
        while self.open:
            found, attributes, words = self.open.pop()
            self.parts.append(self.part(found, attributes, "".join(words).strip()))
            if found == tag:
                return

    def part(self, tag: str, attributes: dict[str, str | None], words: str) -> Part:
        if tag in HEADINGS:
            return Heading(self.place, words, HEADINGS[tag])
        if tag != "a":
            return Paragraph(self.place, words)
        key = attributes.get("id") or ""
        known = int(key) if key.isdecimal() else None
        kind = attributes.get("linktype")
        return Link(
            self.place,
            words,
            page=known if kind == "page" else None,
            file=known if kind == "document" else None,
        )
