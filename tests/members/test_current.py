"""Who works for several members says for which just now, and the screens start from there."""

import pytest
from django.urls import reverse

from alliance.base.models import User
from members.current import current_organisation, organisations_of
from members.enums import Role
from members.services import add_membership, provision_member
from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db
HOME, SWITCH = "/admin/", "/admin/work-for/"


@pytest.fixture
def person(section, other_section, directory):
    user = UserFactory(email="both@example.org")
    for found in (section, other_section):
        provision_member(found.organisation, directory)
        add_membership(user, found.organisation, Role.LEAD)
    return user


@pytest.fixture
def signed_in(client, person):
    client.force_login(person)
    return client


def again(user):
    return User.objects.get(pk=user.pk)


def test_the_switch_names_ones_own_organisations_and_no_others(signed_in, directory):
    text = signed_in.get(HOME).content.decode()
    assert "You work for: Bodleian Libraries" in text
    assert "selected>Bodleian Libraries</option>" in text
    assert "Research Libraries UK</option>" in text
    assert "What you may do stays the same" in text


def test_who_works_for_one_or_none_sees_no_switch(client, editor, staff):
    for user in (editor, staff):
        client.force_login(user)
        assert "work for" not in client.get(HOME).content.decode()
        assert client.get(SWITCH).status_code == 404
    assert organisations_of(staff) == []
    assert current_organisation(staff) is None


def test_what_is_chosen_lasts(signed_in, person, other_section):
    response = signed_in.post(SWITCH, {"organisation": other_section.organisation_id}, follow=True)
    text = response.content.decode()
    assert "You work for Research Libraries UK now." in text
    assert "You work for: Research Libraries UK" in text
    assert current_organisation(again(person)) == other_section.organisation


def test_an_organisation_of_others_cannot_be_chosen(signed_in, person, section):
    stranger = UserFactory()
    person.memberships.filter(organisation=section.organisation).delete()
    assert signed_in.get(SWITCH).status_code == 404
    response = signed_in.post(SWITCH, {"organisation": section.organisation_id})
    assert response.status_code == 404
    assert not organisations_of(stranger)


def test_nobody_is_led_away(signed_in, section):
    answer = {"organisation": section.organisation_id}
    away = signed_in.post(SWITCH, {**answer, "next": "https://example.com/"})
    assert away.url == HOME
    back = signed_in.post(SWITCH, {**answer, "next": "/admin/people/"})
    assert back.url == "/admin/people/"


def test_an_ended_membership_is_chosen_no_more(person, section, other_section):
    own = person.memberships.get(organisation=other_section.organisation)
    own.delete()
    assert current_organisation(again(person)) == section.organisation


def test_the_list_of_people_is_of_the_current_organisation(signed_in, person, other_section):
    add_membership(UserFactory(email="a@example.org"), other_section.organisation, Role.EDITOR)
    address = reverse("people:index")
    assert "a@example.org" not in signed_in.get(address).content.decode()
    signed_in.post(SWITCH, {"organisation": other_section.organisation_id})
    text = signed_in.get(address).content.decode()
    assert "a@example.org" in text
    elsewhere = person.memberships.exclude(organisation=other_section.organisation).get()
    assert reverse("people:edit", args=[elsewhere.pk]) not in text
    form = signed_in.get(reverse("people:add")).content.decode()
    assert "selected>Research Libraries UK</option>" in form


@pytest.mark.parametrize(
    "address",
    [
        "/admin/images/multiple/add/",
        "/admin/documents/multiple/add/",
        "/admin/images/add/",
        "/admin/documents/add/",
    ],
)
def test_new_files_go_to_its_collection(signed_in, other_section, address):
    signed_in.post(SWITCH, {"organisation": other_section.organisation_id})
    other_section.organisation.refresh_from_db()
    collection = other_section.organisation.collection_id
    text = " ".join(signed_in.get(address, follow=True).content.decode().split())
    assert f'<option value="{collection}" selected' in text.replace("selected >", "selected>")


@pytest.mark.parametrize("number", [1, 3])
def test_the_switch_costs_the_same_for_many(
    client, person, directory, number, django_assert_num_queries
):
    from tests.factories.members import MemberHomePageFactory

    for _ in range(number):
        root = MemberHomePageFactory(parent=directory)
        add_membership(person, root.organisation, Role.EDITOR)
    user = again(person)
    with django_assert_num_queries(2):
        organisations_of(user)
