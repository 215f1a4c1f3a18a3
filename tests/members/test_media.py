"""Pictures and documents are kept in a collection of each member's own."""

import pytest
from django.urls import reverse

from members.collections import ensure_shared_collection
from tests.factories.base import DocumentFactory, ImageFactory
from tests.factories.members import OrganisationFactory

pytestmark = pytest.mark.django_db


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


@pytest.fixture
def shared(db, directory):
    """What the alliance gives to everyone; it may come before its members or after."""
    OrganisationFactory(slug="libraries-alliance", name="The Alliance", is_member=False)
    return ensure_shared_collection()


@pytest.mark.parametrize(
    ("factory", "app"), [(ImageFactory, "wagtailimages"), (DocumentFactory, "wagtaildocs")]
)
@pytest.mark.parametrize("alliance_first", [True, False])
def test_everyone_chooses_what_the_alliance_gives_and_no_one_else_changes_it(
    client, request, factory, app, alliance_first
):
    names = ("shared", "editor") if alliance_first else ("editor", "shared")
    found = {name: request.getfixturevalue(name) for name in names}
    file = factory(collection=found["shared"], title="For everyone")
    client.force_login(found["editor"])
    chooser = client.get(reverse(f"{app}_chooser:choose")).json()["html"]
    assert "For everyone" in chooser
    assert "For everyone" not in client.get(reverse(f"{app}:index")).content.decode()
    for name in ("edit", "delete"):
        response = client.post(reverse(f"{app}:{name}", args=[file.pk]), {"title": "Mine"})
        assert response.status_code == 302
    file.refresh_from_db()
    assert file.title == "For everyone"
