"""What waits for one person alone on the desk: to approve, to change, or to be approved."""

import pytest
from django.urls import reverse

from members.desk import desks, own_organisations
from members.desk_approvals import items_of_approval
from members.enums import Moderation, Role
from members.new_members import NewMember, add_member
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db


def person(organisation, role):
    from members.services import add_membership

    user = UserFactory()
    add_membership(user, organisation, role)
    return user


@pytest.fixture
def organisation(directory):
    return add_member(NewMember("Harbour", "harbour", ["public"], moderation=Moderation.LEADS))


@pytest.fixture
def lead(organisation):
    return person(organisation, Role.LEAD)


@pytest.fixture
def contributor(organisation):
    return person(organisation, Role.CONTRIBUTOR)


def submit(organisation, contributor, title):
    root = organisation.pages.order_by("path").first()
    page = ContentPageFactory(parent=root.specific, title=title, live=False)
    page.save_revision(user=contributor)
    return page, page.get_workflow().start(page, contributor)


def send_back(state, lead, comment):
    task = state.current_task_state.specific
    task.reject(user=lead, comment=comment)


def piles_of(user):
    (desk,) = desks(own_organisations(user), user)
    return {pile.item.key: [entry.title for entry in pile.entries] for pile in desk.piles}


def home_of(client, user):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_who_approves_finds_it_and_who_submitted_sees_where_it_is(
    client, organisation, lead, contributor
):
    page, _ = submit(organisation, contributor, "Our hours")
    assert piles_of(lead)["approve"] == ["Our hours"]
    assert "submitted" not in piles_of(lead)
    assert piles_of(contributor)["submitted"] == ["Our hours"]
    assert "approve" not in piles_of(contributor)
    text = home_of(client, lead)
    assert "Waits for you to approve (1)" in text
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert address in text
    assert client.get(address).status_code == 200


def test_what_was_sent_back_says_why(client, organisation, lead, contributor):
    _, state = submit(organisation, contributor, "Our hours")
    send_back(state, lead, "Name the day, please.")
    assert piles_of(contributor)["sent-back"] == ["Our hours"]
    assert "approve" not in piles_of(lead)
    text = home_of(client, contributor)
    assert "Sent back to you (1)" in text
    assert "Name the day, please." in text


def test_wagtails_own_panels_of_it_are_left_out_for_members_people_alone(
    client, organisation, lead, contributor, staff
):
    submit(organisation, contributor, "Our hours")
    own = 'id="panel-workflow'
    heading = "Awaiting your review"
    assert heading not in home_of(client, lead)
    assert own not in home_of(client, contributor)
    assert heading in home_of(client, staff)


def test_nothing_of_another_members_waits(organisation, lead, contributor, editor):
    submit(organisation, contributor, "Our hours")
    assert not {"approve", "sent-back", "submitted"} & set(piles_of(editor))


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_for_many(
    organisation, lead, contributor, number, django_assert_num_queries
):
    for index in range(number):
        _, state = submit(organisation, contributor, f"Page {index}")
        send_back(state, lead, "Again")
        submit(organisation, contributor, f"Other {index}")
    own = list(own_organisations(contributor))
    items = items_of_approval()
    with django_assert_num_queries(3):
        found = [list(item.rows_of([own[0].pk], contributor)) for item in items]
    assert [len(rows) for rows in found] == [0, number, number]
