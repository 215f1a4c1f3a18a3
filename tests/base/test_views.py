"""What is served beside pages."""

import pytest
from wagtail.models import CollectionViewRestriction

from tests.factories.base import DocumentFactory, ImageFactory


@pytest.mark.parametrize("name", ["missing.png", "x" * 300, "%00", "original_images/"])
def test_an_upload_that_is_not_there_is_not_found(client, home, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_a_picture_is_served_as_a_file_that_can_run_nothing(client, home):
    response = client.get(ImageFactory().file.url)
    assert response.status_code == 200
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize("detour", ["", "./", "original_images/../", "/"])
def test_a_document_is_served_only_to_those_who_may_read_it(client, home, detour):
    document = DocumentFactory()
    assert client.get(document.url).status_code == 200
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="login"
    )

    assert client.get(document.url).status_code == 302
    assert client.get(f"/media/{detour}{document.file.name}").status_code in (400, 404)
