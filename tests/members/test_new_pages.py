"""New page, new news and new event are one click from the home of the admin."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from home.models import NewsPage
from members.sections import own_sections
from members.services import add_membership
from tests.factories.base import UserFactory
from tests.factories.home import EventIndexPageFactory, NewsIndexPageFactory
from tests.factories.members import MemberHomePageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def add_url(model, parent):
    return reverse("wagtailadmin_pages:add", args=["home", model, parent.pk])


def link(model, parent, label):
    return f'href="{add_url(model, parent)}">{label}</a>'


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def read_home(client, **headers):
    return client.get(reverse("wagtailadmin_home"), headers=headers).content.decode()


def test_each_link_opens_the_form_with_the_right_parent(signed_in, section):
    news, events = NewsIndexPageFactory(parent=section), EventIndexPageFactory(parent=section)
    text = read_home(signed_in)
    expected = [
        ("contentpage", section, "New page"),
        ("newspage", news, "New news item"),
        ("eventpage", events, "New event"),
    ]
    for model, parent, label in expected:
        assert link(model, parent, label) in text
        assert signed_in.get(add_url(model, parent)).status_code == 200
    assert "first</a>" not in text


def test_without_a_list_the_link_makes_the_list_first(signed_in, section):
    text = read_home(signed_in)
    assert link("newsindexpage", section, "Make a list of news first") in text
    assert link("eventindexpage", section, "Make a list of events first") in text
    before = Page.objects.count()
    assert signed_in.get(add_url("newsindexpage", section)).status_code == 200
    assert Page.objects.count() == before  # a link makes nothing by itself


def test_they_speak_the_language_of_the_person(signed_in, section):
    NewsIndexPageFactory(parent=section)
    text = read_home(signed_in, **{"accept-language": "gd"})
    assert "Naidheachd ùr</a>" in text


def test_a_list_that_only_stands_in_for_its_source_is_no_place_to_add(
    signed_in, section, editor, home, welsh
):
    news = NewsIndexPageFactory(parent=section)
    for page in (home, section.get_parent(), section):
        page.copy_for_translation(welsh)
    alias = news.copy_for_translation(welsh, alias=True)
    (own, other) = own_sections(editor)
    assert str(own.ways[1].label) == "New news item"
    assert [str(way.label) for way in other.ways] == ["New page", "Make a list of events first"]
    assert add_url("newspage", alias) not in read_home(signed_in)


def test_a_contributor_writes_news_from_there(client, section, editor):
    news = NewsIndexPageFactory(parent=section)
    contributor = UserFactory()
    add_membership(contributor, section.organisation, "contributor")
    client.force_login(contributor)
    assert link("newspage", news, "New news item") in read_home(client)
    form = client.get(add_url("newspage", news))
    assert form.status_code == 200
    assert not NewsPage.objects.exists()


def test_the_section_that_one_works_for_just_now_comes_first(editor, section, other_section):
    add_membership(editor, other_section.organisation, "editor")
    chosen = editor.memberships.get(organisation=other_section.organisation)
    chosen.chosen_at = "2026-01-01T00:00Z"
    chosen.save()
    assert [own.home for own in own_sections(editor)] == [other_section, section]


@pytest.mark.parametrize("number", [1, 3])
def test_they_cost_the_same_for_more_sections(editor, directory, number, django_assert_num_queries):
    editor.memberships.all().delete()
    for index in range(number):
        root = MemberHomePageFactory(parent=directory, organisation=OrganisationFactory())
        add_membership(editor, root.organisation, "editor")
        NewsIndexPageFactory(parent=root, slug=f"news-{index}")
    editor.__dict__.pop("_memberships_held", None)
    with django_assert_num_queries(3 if number == 1 else 4):  # and the names of several
        found = own_sections(editor)
    assert [len(own.ways) for own in found] == [3] * number
