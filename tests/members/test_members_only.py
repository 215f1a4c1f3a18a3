"""A page for the people of all members reaches them, and nobody else in any way."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from members.enums import Role
from members.services import add_membership, provision_member
from search.models import IndexedPage
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db
ADDRESS, ROOM = "/en/members/bodleian/notes/", "/admin/members-room/"


@pytest.fixture
def page(section, editor):
    return ContentPageFactory(
        parent=section, slug="notes", title="What we learnt", summary="Hushed", show_in_menus=True
    )


def close(client, page, choice="members"):
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    return client.post(address, {"restriction_type": choice})


@pytest.fixture
def closed(client, editor, page):
    client.force_login(editor)
    assert close(client, page).json()["step"] == "set_privacy_done"
    client.logout()
    return page


@pytest.fixture
def colleague(other_section, directory):
    """Of another member."""
    provision_member(other_section.organisation, directory)
    user = UserFactory(email="colleague@example.org")
    add_membership(user, other_section.organisation, Role.CONTRIBUTOR)
    return user


def test_the_dialogue_offers_it_and_shows_what_was_chosen(client, editor, closed):
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:set_privacy", args=[closed.pk])
    form = " ".join(client.get(address).json()["html"].split())
    assert "People of all members, signed in" in form
    assert 'value="members" ' in form
    assert form.index("checked") > form.index('value="members"')
    assert form.count("checked") == 1
    close(client, closed, "none")
    assert not PageViewRestriction.objects.exists()


def test_the_dialogue_names_no_group_of_another_member(client, editor, page, colleague):
    theirs = colleague.groups.get(organisation_group__role=Role.CONTRIBUTOR)
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    form = client.get(address).json()["html"]
    assert page.organisation.slug in form
    assert theirs.name not in form
    answer = client.post(address, {"restriction_type": "groups", "groups": [theirs.pk]})
    assert answer.json()["step"] == "set_privacy"
    assert not PageViewRestriction.objects.exists()


def test_who_may_not_publish_the_page_cannot_close_it(client, page, colleague):
    contributor = UserFactory()
    add_membership(contributor, page.organisation, Role.CONTRIBUTOR)
    for user in (contributor, colleague):
        client.force_login(user)
        assert close(client, page).status_code == 302
    assert not PageViewRestriction.objects.exists()


def test_people_of_another_member_read_it_after_they_sign_in(client, closed, colleague):
    asked = client.get(ADDRESS)
    assert asked.status_code == 302
    assert "What we learnt" not in client.get(asked.url, follow=True).content.decode()
    assert ADDRESS in asked.url
    client.force_login(colleague)
    read = client.get(ADDRESS)
    text = read.content.decode()
    assert "<h1>What we learnt</h1>" in text
    assert "Only people of the alliance’s members read this page" in text
    assert "private" in read["Cache-Control"]
    assert reverse("wagtailadmin_pages:edit", args=[closed.pk]) not in text
    assert client.get(reverse("wagtailadmin_pages:edit", args=[closed.pk])).status_code == 302
    client.logout()
    assert client.get(ADDRESS).status_code == 302  # nothing was held


def test_others_who_sign_in_do_not(client, closed, colleague):
    client.force_login(UserFactory())
    assert client.get(ADDRESS).status_code == 302
    colleague.memberships.all().delete()
    client.force_login(colleague)
    assert client.get(ADDRESS).status_code == 302


def test_what_is_below_it_is_closed_too(client, closed):
    ContentPageFactory(parent=closed, slug="more", title="More")
    assert client.get(f"{ADDRESS}more/").status_code == 302


def test_it_is_in_no_menu_list_search_or_sitemap(client, section, closed):
    for address in ("/en/", "/en/members/bodleian/", "/sitemap.xml", "/en/search/?q=learnt"):
        text = client.get(address).content.decode()
        assert ADDRESS not in text
        assert "Hushed" not in text
    assert not IndexedPage.objects.filter(page_id=closed.pk).exists()


def test_news_for_members_are_neither_gathered_nor_fed(client, home, section, editor):
    everyones = NewsIndexPageFactory(parent=home, slug="news")
    own = NewsIndexPageFactory(parent=section, slug="news")
    item = NewsPageFactory(parent=own, slug="quiet", title="Quiet news")
    assert "Quiet news" in client.get("/en/news/?scope=all").content.decode()
    client.force_login(editor)
    close(client, item)
    client.logout()
    for index in (everyones, own):
        for rest in ("", "?scope=all", "feed/", "feed/?scope=all"):
            assert "Quiet news" not in client.get(index.url + rest).content.decode()
    assert "Quiet news" not in client.get("/en/members/bodleian/").content.decode()


def test_the_room_leads_there(client, closed, colleague, section):
    secret = ContentPageFactory(parent=section, slug="secret", title="For some alone")
    PageViewRestriction.objects.create(
        page=secret, restriction_type="password", password="quiet please"
    )
    client.force_login(colleague)
    text = client.get(ROOM).content.decode()
    assert ADDRESS in text
    assert "For some alone" not in text
    assert ROOM in client.get("/admin/").content.decode()
    client.force_login(UserFactory())
    assert client.get(ROOM).status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_the_room_costs_the_same_for_many(
    client, section, editor, number, django_assert_max_num_queries
):
    client.force_login(editor)
    for index in range(number):
        page = ContentPageFactory(parent=section, slug=f"p{index}", title=f"Page {index}")
        close(client, page)
    client.get(ROOM)
    with django_assert_max_num_queries(16):
        assert client.get(ROOM).content.decode().count("Page ") >= number
