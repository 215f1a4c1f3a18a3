"""Alliance staff see what waits with each member, and who is idle."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from alliance.base.models import BasePage, User
from members.desk_items import items_of_pages
from members.desk_report import count_by_member, idle_first
from members.models import Organisation
from tests.factories.home import ContentPageFactory
from tests.factories.members import MemberHomePageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/members/"


def draft(parent):
    return ContentPageFactory(parent=parent, live=False, has_unpublished_changes=True)


def let_it_rest(section, days):
    long_ago = timezone.now() - timedelta(days=days)
    BasePage.objects.filter(organisation=section.organisation).update(last_published_at=long_ago)


@pytest.fixture
def signed_in(client, staff):
    client.force_login(staff)
    return client


def test_each_number_leads_to_the_list(signed_in, section, other_section):
    draft(section)
    draft(section)
    text = signed_in.get(REPORT).content.decode()
    address = "/admin/desk/?item=drafts&amp;member=bodleian"
    assert f'href="{address}" aria-label="Drafts and unpublished changes: 2">2</a>' in text
    assert "member=rluk" not in text  # nothing waits there
    assert "Research Libraries UK" in text
    assert REPORT in signed_in.get(reverse("wagtailadmin_home")).content.decode()


def test_idle_members_come_first_and_are_named_so(signed_in, section, other_section, settings):
    settings.IDLE_MONTHS = 6
    let_it_rest(other_section, 200)
    found = list(idle_first(Organisation.objects.filter(is_member=True)))
    assert [(member.slug, member.is_idle) for member in found] == [
        ("rluk", True),
        ("bodleian", False),
    ]
    text = signed_in.get(REPORT).content.decode()
    assert text.count(">Idle<") == 1
    assert "for 6 months" in text
    settings.IDLE_MONTHS = 12
    assert ">Idle<" not in signed_in.get(REPORT).content.decode()


def test_who_signs_in_is_not_idle(editor, section):
    let_it_rest(section, 400)
    members = Organisation.objects.filter(is_member=True)
    assert idle_first(members).get().is_idle
    User.objects.filter(pk=editor.pk).update(last_login=timezone.now())
    assert not idle_first(members).get().is_idle


def test_it_is_for_staff_alone(client, editor):
    client.force_login(editor)
    assert client.get(REPORT).status_code == 302
    assert REPORT not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_for_many(directory, number, django_assert_num_queries):
    for _ in range(number):
        draft(MemberHomePageFactory(parent=directory, organisation=OrganisationFactory()))
    with django_assert_num_queries(8):  # members, their texts, and one for each item
        members = list(idle_first(Organisation.objects.filter(is_member=True).with_texts()))
        counts = [count_by_member(item, members) for item in items_of_pages()]
    assert sorted(counts[0].values()) == [1] * number
