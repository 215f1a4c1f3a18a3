import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from members.models import MemberHomePage, Membership
from members.services import add_membership, provision_member
from tests.factories.base import UserFactory
from tests.factories.members import OrganisationFactory
from tests.factories.site import publish_translation


def everything():
    tables = (
        MemberHomePage, Collection, Group, GroupPagePermission, GroupCollectionPermission
    )  # fmt: skip
    return [list(table.objects.order_by("pk").values()) for table in tables]


@pytest.fixture
def welsh_directory(directory):
    publish_translation(directory.get_parent(), "cy")
    return publish_translation(directory, "cy", slug="aelodau")


def test_a_member_gets_a_section_a_collection_and_groups(directory, bodleian):
    root = provision_member(bodleian, directory)
    assert (root.title, root.slug, root.live) == ("Bodleian Libraries", "bodleian", False)
    assert root.organisation == bodleian
    bodleian.refresh_from_db()
    assert bodleian.collection.name == "Bodleian Libraries"
    assert sorted(bodleian.groups.values_list("role", flat=True)) == [
        "contributor", "editor", "lead"
    ]  # fmt: skip


def test_a_second_time_it_changes_nothing(directory, welsh_directory, bodleian):
    bodleian.languages = ["en", "cy"]
    bodleian.save()
    provision_member(bodleian, directory)
    before = everything()
    bodleian.refresh_from_db()
    provision_member(bodleian, directory)
    assert everything() == before


def test_it_leaves_alone_what_editors_have_changed(directory, bodleian):
    root = provision_member(bodleian, directory)
    root.title = "The Bodleian"
    root.save_revision().publish()
    assert provision_member(bodleian, directory).title == "The Bodleian"


def test_the_section_begins_in_each_language_of_the_member(directory, welsh_directory):
    organisation = OrganisationFactory(
        slug="nlw", name="National Library", name__cy="Y Llyfrgell", languages=["en", "cy", "gd"]
    )
    provision_member(organisation, directory)
    roots = MemberHomePage.objects.filter(organisation=organisation).order_by("path")
    assert [(root.locale_code, root.title, root.slug) for root in roots] == [
        ("en", "National Library", "nlw"),
        ("cy", "Y Llyfrgell", "nlw"),
    ]
    assert not any(root.live for root in roots)


def test_a_section_translated_later_belongs_to_the_same_people(editor, section, directory):
    publish_translation(directory.get_parent(), "cy")
    publish_translation(directory, "cy")
    welsh = publish_translation(section, "cy")
    assert welsh.permissions_for_user(editor).can_edit()
    assert welsh.organisation == section.organisation


def test_memberships_decide_on_groups_and_leave_others_alone(editor, section):
    organisation = section.organisation
    other = Group.objects.create(name="Choir")
    editor.groups.add(other)
    add_membership(editor, organisation, "lead")
    assert set(editor.groups.values_list("name", flat=True)) == {
        "bodleian: lead",
        "people of all members",
        "Choir",
    }
    Membership.objects.get().delete()
    assert list(editor.groups.all()) == [other]


def test_a_contributor_edits_but_does_not_publish(section, directory):
    provision_member(section.organisation, directory)
    user = UserFactory()
    add_membership(user, section.organisation, "contributor")
    permissions = section.permissions_for_user(user)
    assert permissions.can_edit()
    assert not permissions.can_publish()
