"""The blocks outside a page's body are shown to editors as readers will see them, too."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.fields import StreamField

from alliance.base.blocks import BodyBlock
from tests.factories.base import UserFactory

STREAMS = [
    field.stream_block
    for model in apps.get_models()
    for field in model._meta.local_fields
    if isinstance(field, StreamField) and not isinstance(field.stream_block, BodyBlock)
]
BLOCKS = {
    f"{stream.definition_prefix} {name}": block
    for stream in STREAMS
    for name, block in stream.child_blocks.items()
}


@pytest.mark.django_db
@pytest.mark.parametrize("block", BLOCKS.values(), ids=[block.name for block in BLOCKS.values()])
def test_each_says_what_it_is_for_and_shows_a_sample(client, block):
    client.force_login(UserFactory(superuser=True))

    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert response.status_code == 200
    assert block.get_description()
    assert block.is_previewable
    text = response.content.decode()
    assert "<dl>" not in text  # which is how Wagtail shows a block that has no template
    assert block.get_preview_value() is not None
