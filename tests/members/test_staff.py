"""What those who work for the alliance may do, once appointed."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from members.collections import ensure_collection
from members.permissions import user_can_manage_members
from members.staff import appoint_alliance_editor
from tests.factories.base import ImageFactory, UserFactory
from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def alliance_editor(client):
    user = UserFactory()
    appoint_alliance_editor(user)
    client.force_login(user)
    return user


def granted():
    tables = (Group, GroupPagePermission, GroupCollectionPermission, Group.permissions.through)
    return [table.objects.count() for table in tables]


def test_they_edit_every_page_and_picture(client, alliance_editor, section, home):
    files = ensure_collection(section.organisation)
    for page in (home, section, ContentPageFactory(parent=section)):
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    address = reverse("wagtailimages:edit", args=[ImageFactory(collection=files).pk])
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "name", ["organisations:index", "organisations:add", "wagtailsnippets_base_topic:list"]
)
def test_they_keep_organisations_and_topics(client, alliance_editor, home, name):
    assert user_can_manage_members(alliance_editor)
    assert client.get(reverse(name)).status_code == 200


def test_they_start_translations(client, alliance_editor, home):
    address = reverse("wagtail_localize:submit_page_translation", args=[home.pk])
    assert client.get(address).status_code == 200


def test_people_and_sites_are_the_administrators(client, alliance_editor, home):
    for name in ("wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"):
        response = client.get(reverse(name))
        assert response.status_code == 302
        assert response.url == reverse("wagtailadmin_home")


def test_many_pages_at_once_are_the_administrators_to_delete(alliance_editor):
    found = Permission.objects.filter(grouppagepermission__group__user=alliance_editor)
    assert not found.filter(codename="bulk_delete_page").exists()


def test_a_second_appointment_adds_nobody_elses_rights(alliance_editor):
    before = granted()
    appoint_alliance_editor(UserFactory())
    assert granted() == before


def test_what_was_taken_away_comes_back(alliance_editor):
    before = granted()
    GroupPagePermission.objects.filter(group=alliance_editor.groups.get()).delete()
    appoint_alliance_editor(alliance_editor)
    assert granted() == before
