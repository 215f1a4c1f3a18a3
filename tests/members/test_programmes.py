"""A programme that members run together: a tenant beside them, which opens nothing to them."""

import json
import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page

from alliance.base.models import User
from members.enums import Role
from members.erasing import erase_member
from members.members_only import members_group
from members.models import MemberHomePage, Organisation, ProgrammeHomePage
from members.new_members import NewMember, add_member
from members.offboarding import archive_member, restore_member
from members.services import add_membership
from tests.factories.base import UserFactory
from tests.factories.members import ProgrammeIndexPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db

ADDRESS = "/en/programmes/health/"
ANSWERS = {
    "name": "Health in Libraries",
    "slug": "health",
    "run_by": ["bodleian", "rluk"],
    "languages": ["en"],
    "people": "ann@example.org",
    "moderation": "none",
}


@pytest.fixture
def index(home):
    return ProgrammeIndexPageFactory(parent=home)


@pytest.fixture
def runners(section, other_section, directory):
    """Two members with a lead each."""
    found = []
    for root in (section, other_section):
        organisation = add_member(NewMember("", root.slug))
        lead = UserFactory(email=f"lead@{root.slug}.example.org")
        add_membership(lead, organisation, Role.LEAD)
        found.append(organisation)
    return found


@pytest.fixture
def programme(index, runners):
    return add_member(NewMember("Health in Libraries", "health", run_by=runners))


@pytest.fixture
def public(programme):
    root = ProgrammeHomePage.objects.get(organisation=programme)
    root.save_revision().publish()
    return root


@pytest.fixture
def lead(programme):
    user = UserFactory(email="ann@example.org")
    add_membership(user, programme, Role.LEAD)
    return user


def shown(client, address=ADDRESS):
    return client.get(address).content.decode()


def post(client, user, address, data):
    client.force_login(user)
    return client.post(address, data)


def test_staff_add_a_programme_with_one_form(client, staff, index, runners):
    response = post(client, staff, reverse("organisations:add_programme"), ANSWERS)
    assert response.url == reverse("organisations:index")
    programme = Organisation.objects.get(slug="health")
    assert (programme.is_programme, programme.is_member) == (True, False)
    assert {str(member) for member in programme.run_by.all()} == {
        "Bodleian Libraries",
        "Research Libraries UK",
    }
    root = ProgrammeHomePage.objects.get(organisation=programme)
    assert (root.get_parent().pk, root.live) == (index.pk, False)
    assert [m.user.email for m in programme.memberships.all()] == ["ann@example.org"]
    assert programme.groups.count() == 3
    assert programme.collection
    assert [message.to for message in mail.outbox] == [["ann@example.org"]]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("slug", "bodleian", "An organisation has this address already"),
        ("run_by", ["bodleian"], "Choose two members or more"),
        ("run_by", ["castle", "bodleian"], "castle is not one of the available choices"),
        ("people", "nobody", "“nobody” is no e-mail address"),
    ],
)
def test_a_mistake_is_said_and_nothing_is_made(
    client, staff, index, runners, field, value, message
):
    address = reverse("organisations:add_programme")
    response = post(client, staff, address, {**ANSWERS, field: value})
    assert message in response.content.decode()
    assert not Organisation.objects.filter(is_programme=True).exists()


def test_without_a_list_of_programmes_the_form_says_so(client, staff, runners):
    response = post(client, staff, reverse("organisations:add_programme"), ANSWERS)
    assert "There is no list of joint programmes yet" in response.content.decode()


def test_a_name_or_address_of_a_programme_is_no_members(client, staff, programme):
    answers = {**ANSWERS, "kinds": ["public"]}
    response = post(client, staff, reverse("organisations:add_member"), answers)
    assert "A joint programme has this address already" in response.content.decode()
    programme.refresh_from_db()
    assert not programme.is_member


def test_members_people_cannot_add_programmes(client, index, runners):
    user = runners[0].memberships.get().user
    post(client, user, reverse("organisations:add_programme"), ANSWERS)
    assert not Organisation.objects.filter(slug="health").exists()


def test_the_command_adds_and_run_again_repairs(index, runners):
    words = ["health", "Health in Libraries", "--run-by=bodleian,rluk", "--people=ann@example.org"]
    call_command("add_programme", *words, verbosity=0)
    programme = Organisation.objects.get(slug="health")
    programme.groups.get(role=Role.EDITOR).group.delete()
    call_command("add_programme", *words, verbosity=0)
    assert programme.groups.count() == 3
    assert ProgrammeHomePage.objects.count() == 1
    assert len(mail.outbox) == 1


def test_the_command_names_what_is_wrong_in_one_line(index, runners):
    with pytest.raises(CommandError, match=r"^run_by: .*castle"):
        call_command("add_programme", "health", "Health", "--run-by=castle,rluk")


def test_it_says_who_runs_it_and_they_say_what_they_run(client, public):
    text = shown(client)
    assert '<a href="/en/members/bodleian/">Bodleian Libraries</a>' in text
    assert '<a href="/en/members/rluk/">Research Libraries UK</a>' in text
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    about = json.loads(script)[0]["about"]
    assert [member["name"] for member in about["member"]] == [
        "Bodleian Libraries",
        "Research Libraries UK",
    ]
    assert about["member"][0]["url"].endswith("/en/members/bodleian/")
    member = shown(client, "/en/members/bodleian/")
    assert "Programmes we run together" in member
    assert f'<a href="{ADDRESS}">Health in Libraries</a>' in member


def test_in_welsh_it_leads_to_the_welsh_sections(client, home, index, directory, section, public):
    publish_translation(home, "cy")
    publish_translation(directory, "cy", slug="aelodau")
    publish_translation(section, "cy")
    publish_translation(index, "cy", slug="rhaglenni")
    publish_translation(public, "cy")
    text = shown(client, "/cy/rhaglenni/health/")
    assert 'href="/cy/aelodau/bodleian/"' in text
    assert '<a href="/en/members/rluk/" lang="en">Research Libraries UK</a>' in text


def test_it_is_listed_with_programmes_and_not_with_members(client, public):
    assert "Health in Libraries" in shown(client, "/en/programmes/")
    directory = shown(client, "/en/members/")
    assert "Health in Libraries" not in directory
    assert "2 members" in directory


def test_a_list_without_programmes_says_so(client, index):
    assert "There are no joint programmes yet." in shown(client, "/en/programmes/")


def test_who_has_left_is_named_no_more_and_the_programme_goes_on(client, public, runners):
    shown(client)
    archive_member(runners[0])
    text = shown(client)
    assert "Bodleian Libraries" not in text
    assert "Research Libraries UK" in text
    restore_member(runners[0])
    assert "Bodleian Libraries" in shown(client)


def test_a_programme_ends_and_comes_back_as_a_programme(client, public, programme, lead):
    archive_member(programme)
    response = client.get(ADDRESS)
    assert response.status_code == 410
    assert "The programme whose pages these were has ended." in response.content.decode()
    restore_member(programme)
    programme.refresh_from_db()
    assert (programme.is_member, programme.is_programme) == (False, True)
    assert client.get(ADDRESS).status_code == 200
    assert programme.memberships.get().user == lead


def test_an_ended_programme_can_be_erased_and_its_members_stay(public, programme, runners):
    archive_member(programme)
    assert erase_member(Organisation.objects.get(pk=programme.pk))
    assert not Page.objects.filter(pk=public.pk).exists()
    assert Organisation.objects.filter(is_member=True).count() == 2


def test_a_member_is_erased_and_the_programme_goes_on(public, programme, runners):
    archive_member(runners[0])
    erase_member(Organisation.objects.get(pk=runners[0].pk))
    programme = Organisation.objects.get(pk=programme.pk)
    assert [str(member) for member in programme.run_by.all()] == ["Research Libraries UK"]


def test_the_archive_of_a_programme_says_what_it_is_and_who_runs_it(tmp_path, public, programme):
    file = tmp_path / "health.zip"
    call_command("export_member", "health", str(file), verbosity=0)
    archive_member(programme)
    erase_member(Organisation.objects.get(pk=programme.pk))
    call_command("import_member", str(file), verbosity=0)
    found = Organisation.objects.get(slug="health")
    assert (found.is_programme, found.is_member) == (True, False)
    assert {member.slug for member in found.run_by.all()} == {"bodleian", "rluk"}
    assert ProgrammeHomePage.objects.get(organisation=found).live


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(client, index, runners, django_assert_num_queries, count):
    for number in range(count):
        new = NewMember(f"Programme {number}", f"programme-{number}", run_by=runners)
        root = ProgrammeHomePage.objects.get(organisation=add_member(new))
        root.save_revision().publish()
    for address, queries in (
        ("/en/programmes/", 3),
        ("/en/programmes/programme-0/", 4),
        ("/en/members/bodleian/", 4),
    ):
        shown(client, address)
        with django_assert_num_queries(queries):
            shown(client, address)


# Who may do what.


def may_edit(user, page):
    return page.permissions_for_user(User.objects.get(pk=user.pk)).can_edit()


def test_its_people_gain_nothing_in_the_members_sections_nor_theirs_in_it(
    public, section, runners, lead
):
    assert may_edit(lead, public)
    assert not may_edit(lead, section)
    of_a_member = runners[0].memberships.get().user
    assert may_edit(of_a_member, section)
    assert not may_edit(of_a_member, public)


def test_who_belongs_to_a_member_and_its_programme_has_each_role_where_it_is(
    public, section, other_section, programme, runners
):
    user = runners[0].memberships.get().user
    add_membership(user, programme, Role.CONTRIBUTOR)
    user = User.objects.get(pk=user.pk)
    assert may_edit(user, section)
    assert public.permissions_for_user(user).can_add_subpage()
    assert not public.permissions_for_user(user).can_publish()
    assert not may_edit(user, other_section)


def test_a_lead_of_a_running_member_does_not_see_the_programmes_people(client, runners, lead):
    client.force_login(runners[0].memberships.get().user)
    text = client.get(reverse("people:index")).content.decode()
    assert "lead@bodleian.example.org" in text
    assert "ann@example.org" not in text


def test_who_is_in_a_programme_alone_is_no_person_of_a_member(lead, runners):
    assert not lead.groups.filter(pk=members_group().pk).exists()
    add_membership(lead, runners[0], Role.EDITOR)
    assert lead.groups.filter(pk=members_group().pk).exists()


def invitation(programme, email):
    return {
        "email": email,
        "organisation": programme.pk,
        "role": Role.EDITOR.value,
        "language": "en",
    }


def test_a_lead_invites_people_of_the_members_that_run_it(client, programme, lead):
    data = invitation(programme, "LEAD@rluk.example.org")
    assert post(client, lead, reverse("people:add"), data).status_code == 302
    assert programme.memberships.filter(user__email="lead@rluk.example.org").exists()


@pytest.mark.parametrize("address", ["stranger@example.org", "someone@elsewhere.example.org"])
def test_a_lead_does_not_invite_anybody_else(client, directory, programme, lead, address):
    elsewhere = add_member(NewMember("Elsewhere", "elsewhere", ["public"]))
    add_membership(UserFactory(email="someone@elsewhere.example.org"), elsewhere, Role.LEAD)
    response = post(client, lead, reverse("people:add"), invitation(programme, address))
    text = response.content.decode()
    assert "Nobody of the members that run this programme has this address." in text
    assert address in text
    assert programme.memberships.count() == 1


def test_staff_invite_anybody(client, staff, programme):
    data = invitation(programme, "stranger@example.org")
    assert post(client, staff, reverse("people:add"), data).status_code == 302
    assert programme.memberships.filter(user__email="stranger@example.org").exists()


def test_staff_change_who_runs_it_and_cannot_make_it_a_member(client, staff, programme, runners):
    client.force_login(staff)
    address = reverse("organisations:edit", args=[programme.pk])
    text = client.get(address).content.decode()
    assert 'name="run_by"' in text
    assert 'name="is_member"' not in text
    member = client.get(reverse("organisations:edit", args=[runners[0].pk])).content.decode()
    assert 'name="run_by"' not in member


def test_its_root_is_no_members_home_by_another_name(public):
    assert MemberHomePage.objects.get(pk=public.pk).specific == public
    assert public.specific_kind == "programme"
