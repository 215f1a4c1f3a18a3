"""Leads keep the people of their own organisation, and see nobody else's."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alliance.base.models import User
from members.enums import Role
from members.models import Membership
from members.services import add_membership, provision_member
from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db


EVERYONE = "people of all members"


def person(email, organisation, role, **fields):
    user = UserFactory(email=email, **fields)
    return add_membership(user, organisation, role)


@pytest.fixture
def lead(section, directory):
    provision_member(section.organisation, directory)
    return person("lead@example.org", section.organisation, Role.LEAD)


@pytest.fixture
def stranger(other_section, directory):
    provision_member(other_section.organisation, directory)
    return person("stranger@example.org", other_section.organisation, Role.LEAD)


@pytest.fixture
def editor_here(lead):
    return person("ed@example.org", lead.organisation, Role.EDITOR)


@pytest.fixture
def as_lead(client, lead):
    client.force_login(lead.user)
    return client


def invitation(organisation, **changed):
    answers = {"email": "new@example.org", "role": "editor", "language": "cy"}
    return {**answers, "organisation": organisation.pk, **changed}


def address(name, membership):
    return reverse(f"people:{name}", args=[membership.pk])


def test_a_lead_sees_the_own_people_only(as_lead, editor_here, stranger):
    text = as_lead.get(reverse("people:index")).content.decode()
    assert "ed@example.org" in text
    assert "stranger@example.org" not in text
    assert "Research Libraries UK" not in text


def test_staff_see_everyone(client, staff, editor_here, stranger):
    client.force_login(staff)
    text = client.get(reverse("people:index")).content.decode()
    assert "ed@example.org" in text
    assert "stranger@example.org" in text


@pytest.mark.parametrize("query", ["?q=stranger", "?role=lead&q=stranger"])
def test_a_search_finds_nobody_elses_people(as_lead, editor_here, stranger, query):
    for name in ("people:index", "people:index_results"):
        text = as_lead.get(reverse(name) + query).content.decode()
        assert "stranger@example.org" not in text


def test_a_lead_invites_a_person_in_their_language(as_lead, lead):
    as_lead.post(reverse("people:add"), invitation(lead.organisation))
    made = Membership.objects.get(user__email="new@example.org")
    assert (made.role, made.organisation) == ("editor", lead.organisation)
    assert "/cy/_invitation/" in mail.outbox[0].body


def test_a_lead_cannot_invite_to_another_organisation(as_lead, stranger):
    response = as_lead.post(reverse("people:add"), invitation(stranger.organisation))
    assert "Select a valid choice" in response.content.decode()
    assert not User.objects.filter(email="new@example.org").exists()


def test_who_is_there_already_is_not_invited_again(as_lead, lead, editor_here):
    answers = invitation(lead.organisation, email="ED@example.org")
    response = as_lead.post(reverse("people:add"), answers)
    assert "works for the organisation already" in response.content.decode()
    assert not mail.outbox


def test_a_person_of_another_member_is_invited_without_a_word_about_that(as_lead, lead, stranger):
    as_lead.post(reverse("people:add"), invitation(lead.organisation, email="stranger@example.org"))
    assert stranger.user.memberships.count() == 2
    assert "Research" not in mail.outbox[0].body


def test_a_lead_changes_a_role(as_lead, editor_here):
    as_lead.post(address("edit", editor_here), {"role": "contributor"})
    editor_here.refresh_from_db()
    assert editor_here.role == Role.CONTRIBUTOR
    assert {g.name for g in editor_here.user.groups.all()} == {"bodleian: contributor", EVERYONE}


@pytest.mark.parametrize("name", ["edit", "delete", "remind"])
def test_another_members_people_are_out_of_reach(as_lead, stranger, name):
    asked = [as_lead.post(address(name, stranger), {"role": "contributor"})]
    if name != "remind":
        asked.append(as_lead.get(address(name, stranger)))
    assert {response.status_code for response in asked} == {404}
    stranger.refresh_from_db()
    assert stranger.role == Role.LEAD


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CONTRIBUTOR])
def test_only_leads_come_here(client, lead, role):
    other = person("other@example.org", lead.organisation, role)
    client.force_login(other.user)
    for url in (reverse("people:index"), reverse("people:add"), address("edit", other)):
        assert client.get(url).status_code == 302
    client.post(address("edit", other), {"role": "lead"})
    other.refresh_from_db()
    assert other.role == role
    assert reverse("people:index") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_section_keeps_at_least_one_lead(as_lead, lead, editor_here):
    text = as_lead.post(address("edit", lead), {"role": "editor"}).content.decode()
    assert "Somebody must lead the section" in text
    response = as_lead.post(address("delete", lead), follow=True)
    assert "Somebody must lead the section" in response.content.decode()
    lead.refresh_from_db()
    assert lead.role == Role.LEAD


def test_a_removed_person_keeps_the_account_and_what_they_are_elsewhere(
    as_lead, editor_here, stranger
):
    elsewhere = add_membership(editor_here.user, stranger.organisation, Role.LEAD)
    as_lead.post(address("delete", editor_here))
    assert list(editor_here.user.memberships.all()) == [elsewhere]
    assert {g.name for g in editor_here.user.groups.all()} == {"rluk: lead", EVERYONE}


def test_an_invitation_is_sent_again_until_it_is_used(as_lead, editor_here):
    assert as_lead.post(address("remind", editor_here)).status_code == 302
    assert not mail.outbox  # signed up already: refused
    editor_here.user.set_unusable_password()
    editor_here.user.save()
    assert "Send again" in as_lead.get(reverse("people:index")).content.decode()
    as_lead.post(address("remind", editor_here))
    assert [message.to for message in mail.outbox] == [["ed@example.org"]]


def test_what_others_did_to_a_membership_is_not_told(as_lead, editor_here):
    for name in ("history", "usage"):
        assert as_lead.get(f"/admin/people/{name}/{editor_here.pk}/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_many(as_lead, lead, number):
    for index in range(number):
        person(f"p{index}@example.org", lead.organisation, Role.EDITOR)
    as_lead.get(reverse("people:index"))
    with CaptureQueriesContext(connection) as queries:
        as_lead.get(reverse("people:index"))
    assert len(queries) == 15
