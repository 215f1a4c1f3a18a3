import pytest
from django.urls import reverse

from members.models import MemberHomePage
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory

BLOCKS = MemberHomePage._meta.get_field("body").stream_block.child_blocks


@pytest.fixture
def editor(client, home_page):
    client.force_login(UserFactory(superuser=True))
    return client


@pytest.mark.parametrize("name", BLOCKS)
def test_the_block_picker_shows_a_sample_and_says_what_it_is_for(name, editor):
    ImageFactory()
    DocumentFactory(title="Minutes")
    block = BLOCKS[name]

    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert response.status_code == 200
    assert "block block--" in response.content.decode()
    assert block.is_previewable
    assert block.get_description()
    assert block.meta.group


@pytest.mark.parametrize("name", BLOCKS)
def test_a_sample_renders_on_a_site_without_pictures_or_files(name, editor):
    block = BLOCKS[name]
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
