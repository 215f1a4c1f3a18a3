"""A member leaves, and perhaps comes back."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowPage

from alliance.base.models import User
from members.enums import Moderation, Role
from members.models import ArchivedMember, Membership, Organisation
from members.offboarding import archive_member, restore_member
from members.services import add_membership, provision_member
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.factories.members import OrganisationFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db
NEW_ADDRESS = "https://bodleian.example/"


@pytest.fixture
def member(section, directory):
    """A member with a page in English and Welsh, news, and an approval by its leads."""
    organisation = section.organisation
    organisation.moderation = Moderation.LEADS
    organisation.save()
    provision_member(organisation, directory)
    section.save_revision().publish()
    for page in (directory.get_parent(), directory, section):
        publish_translation(page, "cy")
    news = NewsIndexPageFactory(parent=section, slug="news")
    NewsPageFactory(parent=news, slug="opening", title="We open").save_revision().publish()
    return organisation


def person(email, organisation, role=Role.EDITOR):
    return add_membership(UserFactory(email=email), organisation, role).user


def public():
    return set(Page.objects.filter(live=True).values_list("pk", flat=True))


def allowances(member):
    groups = [link.group for link in member.groups.order_by("role")]
    return [
        (
            set(group.permissions.all()),
            set(group.page_permissions.values_list("page", "permission")),
            set(group.collection_permissions.values_list("collection", "permission")),
        )
        for group in groups
    ]


def everything():
    models = (Organisation, Membership, User, Page, ArchivedMember)
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/en/members/bodleian/", "no longer a member"),
        ("/en/members/bodleian/news/opening/", "no longer a member"),
        ("/en/members/bodleian/news/never-there/", "no longer a member"),
        ("/cy/members/bodleian/", "Nid yw’r sefydliad"),
    ],
)
def test_readers_are_told_in_their_language_that_a_member_has_left(client, member, address, words):
    archive_member(member, NEW_ADDRESS)
    response = client.get(address)
    text = response.content.decode()
    assert response.status_code == 410
    assert words in text
    assert f'href="{NEW_ADDRESS}"' in text


def test_without_a_new_address_there_is_no_link_to_one(client, member):
    archive_member(member)
    text = client.get("/en/members/bodleian/").content.decode()
    assert "no longer a member" in text
    assert "You find it here now" not in text


def test_who_has_left_is_in_no_list_feed_sitemap_or_search(client, member):
    archive_member(member)
    for address in ("/en/members/", "/en/search/?q=open", "/sitemap.xml"):
        text = client.get(address).content.decode()
        assert "bodleian/" not in text, address
        assert "We open" not in text, address


def test_a_page_withdrawn_on_its_own_is_told_as_ever(client, member):
    page = Page.objects.get(slug="opening")
    page.specific.unpublish()
    assert (
        "This page has been withdrawn"
        in client.get("/en/members/bodleian/news/opening/").content.decode()
    )


def test_people_who_belong_nowhere_else_lose_their_account(member, other_section):
    only_here = person("only@example.org", member)
    elsewhere = person("both@example.org", member)
    add_membership(elsewhere, other_section.organisation, Role.LEAD)
    translator = person("translator@example.org", member)
    translator.groups.add(Group.objects.create(name="translators"))
    archive_member(member)
    assert not member.memberships.exists()
    active = set(User.objects.filter(is_active=True).values_list("email", flat=True))
    assert active == {elsewhere.email, translator.email}
    only_here.refresh_from_db()
    assert not only_here.is_active


def test_groups_and_approval_of_who_has_left_do_nothing_more(member):
    archive_member(member)
    member.refresh_from_db()
    for link in member.groups.all():
        assert not link.group.permissions.exists()
        assert not link.group.page_permissions.exists()
        assert not link.group.collection_permissions.exists()
    assert not Workflow.objects.filter(active=True, name__startswith="bodleian").exists()
    member.save()
    assert not WorkflowPage.objects.filter(page__slug="bodleian").exists()


def test_what_waits_for_its_hour_does_not_come(member, section):
    page = ContentPageFactory(parent=section, live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    archive_member(member)
    assert not Page.objects.get(pk=page.pk).approved_schedule
    restore_member(member)
    assert Page.objects.get(pk=page.pk).approved_schedule


def test_an_archiving_undone_leaves_all_as_it_was(client, member, section):
    OrganisationFactory(slug="libraries-alliance", is_member=False)
    provision_member(member, section.get_parent().specific)
    person("only@example.org", member, Role.LEAD)
    ContentPageFactory(parent=section, live=False)
    changed = Page.objects.get(slug="opening").specific
    changed.title = "A draft"
    changed.save_revision()
    before, allowed = public(), allowances(member)
    archive_member(member)
    assert restore_member(member)
    assert public() == before
    text = client.get("/en/members/bodleian/news/opening/").content.decode()
    assert "We open" in text
    assert Page.objects.get(pk=changed.pk).get_latest_revision_as_object().title == "A draft"
    assert Page.objects.get(slug="opening").has_unpublished_changes
    assert User.objects.get(email="only@example.org").is_active
    assert member.memberships.get().role == Role.LEAD
    assert allowances(member) == allowed
    assert WorkflowPage.objects.filter(page__slug="bodleian").count() == 2


def test_what_is_done_twice_changes_nothing(member):
    person("only@example.org", member)
    archive_member(member, NEW_ADDRESS)
    before = everything()
    archive_member(member)
    assert everything() == before
    restore_member(member)
    before = everything()
    assert not restore_member(member)
    assert everything() == before


def test_the_organisation_stays_and_says_since_when(client, staff, member):
    call_command("archive_member", "bodleian", "--forward", NEW_ADDRESS, verbosity=0)
    client.force_login(staff)
    text = client.get(reverse("organisations:index")).content.decode()
    assert "Bodleian Libraries" in text
    assert timezone.localdate().strftime("%Y") in text
    assert reverse("organisations:restore", args=[member.pk]) in text


def test_staff_archive_a_member_after_confirming_and_bring_it_back(client, staff, member):
    client.force_login(staff)
    address = reverse("organisations:archive", args=[member.pk])
    assert address in client.get(reverse("organisations:index")).content.decode()
    assert "Nothing is deleted" in client.get(address).content.decode()
    assert not ArchivedMember.objects.exists()
    client.post(address, {"forwarding_url": NEW_ADDRESS})
    assert ArchivedMember.objects.get().forwarding_url == NEW_ADDRESS
    assert NEW_ADDRESS in client.get(address).content.decode()
    client.post(reverse("organisations:restore", args=[member.pk]))
    assert not ArchivedMember.objects.exists()
    history = reverse("organisations:history", args=[member.pk])
    assert "Archived the member" in client.get(history).content.decode()


@pytest.mark.parametrize("view", ["archive", "restore"])
def test_a_members_own_people_cannot(client, member, view):
    client.force_login(person("lead@example.org", member, Role.LEAD))
    address = reverse(f"organisations:{view}", args=[member.pk])
    assert client.post(address, {"forwarding_url": ""}).status_code == 302
    assert not ArchivedMember.objects.exists()


def test_nobody_is_added_to_who_has_left(member):
    archive_member(member)
    with pytest.raises(CommandError, match="is archived"):
        call_command("add_member", "bodleian", "Bodleian Libraries", "--kinds=public")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nobody"], "no organisation “nobody”"),
        (["partner"], "has no section"),
        (["bodleian", "--forward=nowhere"], "“nowhere” is no address"),
        (["bodleian", "--undo", "--forward=https://a.example/"], "needs no address"),
    ],
)
def test_the_command_says_what_is_wrong_in_a_line(member, arguments, message):
    OrganisationFactory(slug="partner", is_member=False)
    with pytest.raises(CommandError, match=message):
        call_command("archive_member", *arguments)
    assert not ArchivedMember.objects.exists()
