"""Whatever part of a block an editor has not filled in yet, the draft is kept and shown."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from home.models import ContentPage
from tests.factories.base import DocumentFactory, ImageFactory
from tests.home.test_block_previews import STREAMS

BODY = ContentPage._meta.get_field("body").stream_block
CASES = {
    **{
        f"{stream.definition_prefix} {name}": (stream, name)
        for stream in STREAMS
        for name in stream.child_blocks
    },
    **{name: (BODY, name) for name in BODY.child_blocks},
}

pytestmark = pytest.mark.django_db


def blank(block):
    return block.get_prep_value(block.get_default())


def unfinished(block, full):
    """The value as it is kept, with nothing in it, and with each of its parts left out."""
    yield blank(block)
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            for part in unfinished(child, full[name]):
                yield {**full, name: part}
    if isinstance(block, blocks.ListBlock):
        yield []
        for part in unfinished(block.child_block, full[0]["value"] if full else None):
            yield [{**full[0], "value": part}, *full[1:]]


@pytest.mark.parametrize("case", CASES)
def test_a_half_filled_block_is_kept_and_shown(case, rf, home):
    stream, name = CASES[case]
    ImageFactory.create_batch(3)
    DocumentFactory.create_batch(2)
    block = stream.child_blocks[name]
    sample = block.get_prep_value(block.get_preview_value())
    full = block.get_prep_value(block.to_python(sample))
    for part in unfinished(block, full):
        draft = stream.to_python([{"type": name, "value": part, "id": "1"}])
        kept = stream.clean_deferred(draft)
        again = stream.to_python(stream.get_prep_value(kept))
        stream.render(again, {"request": rf.get("/en/")})
        with suppress(ValidationError):  # which the editor would read; all else is a fault
            stream.clean(again)
