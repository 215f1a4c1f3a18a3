"""Pictures and documents are kept in a collection of each member's own."""

import pytest
from django.urls import reverse

from tests.factories.base import DocumentFactory, ImageFactory


@pytest.fixture
def collection(editor, section):
    section.organisation.refresh_from_db()
    return section.organisation.collection


@pytest.mark.parametrize(
    ("factory", "view"), [(ImageFactory, "wagtailimages"), (DocumentFactory, "wagtaildocs")]
)
def test_editors_change_their_own_files_and_no_others(client, editor, collection, factory, view):
    own, foreign = factory(collection=collection, title="Own"), factory(title="Foreign")
    client.force_login(editor)
    text = client.get(reverse(f"{view}:index")).content.decode()
    assert "Own" in text
    assert "Foreign" not in text
    assert client.get(reverse(f"{view}:edit", args=[own.pk])).status_code == 200
    response = client.get(reverse(f"{view}:edit", args=[foreign.pk]))
    assert response.status_code in (302, 403, 404)


def test_editors_choose_from_their_own_pictures(client, editor, collection):
    ImageFactory(collection=collection, title="Own picture")
    ImageFactory(title="Foreign picture")
    client.force_login(editor)
    text = client.get(reverse("wagtailimages_chooser:choose")).content.decode()
    assert "Own picture" in text
    assert "Foreign picture" not in text
