"""The words beside a picture or file are in a language, and it is known in which."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Collection

from alliance.base.models import AllianceImage
from tests.base.test_uploads import picture
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(superuser=True))
    return client


def test_words_are_taken_to_be_in_the_language_that_the_editor_works_in():
    assert AllianceImage().language == "en"
    with override("cy"):
        assert AllianceImage().language == "cy"
    with override("fr"):
        assert AllianceImage().language == "en"


@pytest.mark.parametrize(
    ("factory", "view"), [(ImageFactory, "wagtailimages"), (DocumentFactory, "wagtaildocs")]
)
def test_editors_choose_among_the_sites_languages(editor, factory, view):
    address = reverse(f"{view}:edit", args=[factory(language="cy").pk])

    page = editor.get(address).content.decode()

    assert '<option value="cy" selected>Welsh</option>' in page
    assert '<option value="gd">Scottish Gaelic</option>' in page


def test_a_language_that_the_site_has_not_is_refused(editor):
    fields = {
        "title": "Shelves",
        "language": "tlh",
        "licence": "cc0",
        "collection": Collection.get_first_root_node().pk,
        "file": picture(),
    }

    page = editor.post(reverse("wagtailimages:add"), fields).content.decode()

    assert "tlh is not one of the available choices" in page
    assert not AllianceImage.objects.exists()


def test_nobody_is_asked_to_describe_a_picture_where_no_reader_finds_the_words(editor):
    for name, args in {"add": [], "edit": [ImageFactory().pk]}.items():
        page = editor.get(reverse(f"wagtailimages:{name}", args=args)).content.decode()
        assert "Description" not in page
    several = editor.get(reverse("wagtailimages:add_multiple")).content.decode()
    assert "css/admin-uploads.css" in several
