"""What a member's people find on their home: their own, each with a link to the fix."""

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from alliance.base.models import BasePage
from members.desk import desk_items, desks, own_organisations
from members.models import Organisation
from members.services import add_membership
from tests.factories.home import ContentPageFactory
from tests.factories.members import MemberHomePageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
VAGUE = [{"type": "rich_text", "id": "b1", "value": '<p><a href="https://a.example/">here</a></p>'}]


def make_work(parent, number=1):
    for _ in range(number):
        ContentPageFactory(parent=parent, live=False, has_unpublished_changes=True)
        ContentPageFactory(parent=parent, body=json.dumps(VAGUE))


def home_of(client, user, **headers):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home"), headers=headers).content.decode()


def test_each_thing_that_waits_leads_to_where_it_is_mended(client, editor, section):
    vague = ContentPageFactory(parent=section, title="Our hours", body=json.dumps(VAGUE))
    old = ContentPageFactory(parent=section, title="Our rules")
    BasePage.objects.filter(pk=old.pk).update(due_for_review=date(2020, 1, 1))
    draft = ContentPageFactory(parent=section, live=False, has_unpublished_changes=True)
    coming = ContentPageFactory(parent=section, live=False, title="Soon")
    coming.go_live_at = timezone.now() + timedelta(days=2)
    coming.save_revision().publish()
    text = home_of(client, editor)
    address = reverse("wagtailadmin_pages:edit", args=[vague.pk])
    assert f'href="{address}#block-b1-section" lang="en">Our hours</a>: Link that does not' in text
    assert "Name what one finds there" in text
    for label in ("Drafts and unpublished changes", "Scheduled", "To read through again"):
        assert f"{label} (1)" in text
    for page in (old, draft, coming):
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in text


def test_nobody_sees_or_counts_what_is_anothers(client, editor, section, other_section):
    make_work(section)
    ContentPageFactory(
        parent=other_section, title="Secret plan", live=False, has_unpublished_changes=True
    )
    text = home_of(client, editor)
    assert "Secret plan" not in text
    assert "Drafts and unpublished changes (1)" in text
    assert "Research Libraries UK" not in text


def test_who_works_for_two_sees_both_by_name(client, editor, section, other_section):
    add_membership(editor, other_section.organisation, "editor")
    text = home_of(client, editor)
    assert '<h3 lang="en">Bodleian Libraries</h3>' in text
    assert '<h3 lang="en">Research Libraries UK</h3>' in text


def test_an_empty_desk_says_so_in_the_persons_language(client, editor, section):
    assert "Nothing waits for you." in home_of(client, editor)
    assert "Does dim yn aros amdanoch." in home_of(client, editor, **{"accept-language": "cy"})


@pytest.mark.parametrize("number", [1, 3, 7])
def test_a_desk_needs_as_many_queries_for_more_things(
    editor, section, number, django_assert_num_queries
):
    make_work(section, number)
    with django_assert_num_queries(8):  # organisations, their texts, and one for each item
        (desk,) = desks(own_organisations(editor))
    assert [pile.count for pile in desk.piles] == [number, number]
    assert [len(pile.entries) for pile in desk.piles] == [min(number, 5)] * 2


@pytest.mark.parametrize("number", [1, 3])
def test_and_for_more_organisations(directory, number, django_assert_num_queries):
    for _ in range(number):
        make_work(MemberHomePageFactory(parent=directory, organisation=OrganisationFactory()))
    with django_assert_num_queries(8):
        found = desks(Organisation.objects.filter(pages__depth=4).distinct().with_texts())
    assert [[pile.count for pile in desk.piles] for desk in found] == [[1, 1]] * number


def test_every_item_has_a_name():
    assert all(str(item.label) for item in desk_items())
