"""The ids that blocks are known by, as they are stored."""

from collections.abc import Iterator

from modelcluster.models import get_all_child_relations
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField


def ids_of(page) -> Iterator[str]:
    """The ids of all blocks and list items of a page and of its rows, in order."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            yield from ids_in(field.stream_block, value.get_prep_value())
    for relation in get_all_child_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            yield from ids_of(row)


def ids_in(block, stored) -> Iterator[str]:
    if isinstance(block, StreamBlock):
        for item in stored:
            yield item["id"]
            yield from ids_in(block.child_blocks[item["type"]], item["value"])
    elif isinstance(block, ListBlock):
        for item in stored:
            yield item["id"]
            yield from ids_in(block.child_block, item["value"])
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from ids_in(child, stored.get(name))
