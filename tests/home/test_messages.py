"""Messages to a contact page are read by those to whom they are addressed."""

import pytest
from django.urls import reverse

from alliance.translation.services import appoint_translator
from members.services import add_membership, provision_member
from members.staff import appoint_alliance_editor
from tests.factories.base import UserFactory
from tests.factories.home import ContactPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def to_alliance(home):
    return ContactPageFactory(parent=home, title="Write to the alliance")


@pytest.fixture
def to_member(section):
    return ContactPageFactory(parent=section, title="Write to the Bodleian")


@pytest.fixture
def reads(client, to_alliance, to_member):
    """Whose messages a person sees listed, and can open."""

    def reads(user):
        client.force_login(user)
        listed = client.get(reverse("wagtailforms:index")).content.decode()
        pages = [page for page in (to_alliance, to_member) if page.title in listed]
        for page in (to_alliance, to_member):
            response = client.get(reverse("wagtailforms:list_submissions", args=[page.pk]))
            assert (response.status_code == 200) == (page in pages)
        return pages

    return reads


def test_the_alliances_own_people_read_all(reads, to_alliance, to_member):
    user = UserFactory()
    appoint_alliance_editor(user)
    assert reads(user) == [to_alliance, to_member]


def test_a_members_editor_reads_what_is_sent_to_the_member(reads, section, to_member):
    provision_member(section.organisation, section.get_parent().specific)
    user = UserFactory()
    add_membership(user, section.organisation, "editor")
    assert reads(user) == [to_member]


def test_a_translator_edits_the_page_and_reads_no_message(client, reads, english, to_alliance):
    user = UserFactory()
    appoint_translator(user, english)
    assert reads(user) == []
    address = reverse("wagtailadmin_pages:edit", args=[to_alliance.pk])
    assert client.get(address).status_code == 200
    assert reverse("wagtailforms:index") not in client.get(address).content.decode()
