"""What a member's editor can do, and what the section root withstands."""

import re

import pytest
from django.urls import reverse

from home.models import ContentPage, NewsIndexPage, ReportIndexPage
from members.models import MemberHomePage
from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db
NUMBER_OF_PAGES = re.compile(r"\d Pages?\b")
ROOT_FORM = {
    "title": "Bodleian Libraries",
    "slug": "bodleian",
    "summary": "",
    "image_alt": "",
    "welcome": "null",
    "body-count": "0",
    "seo_title": "",
    "search_description": "",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
}


def page_url(name, page):
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def refused(response):
    """Wagtail sends those who may not to its first page, with a message."""
    return response.status_code in (403, 404) or (
        response.status_code == 302 and response.url == reverse("wagtailadmin_home")
    )


def test_editors_start_from_their_own_section(signed_in, section, other_section):
    section.add_child(instance=NewsIndexPage(title="Our news", slug="news"))
    reports = section.add_child(instance=ReportIndexPage(title="Our reports", slug="reports"))
    text = signed_in.get(reverse("wagtailadmin_home")).content.decode()
    assert "Your section" in text
    for address in (
        page_url("edit", section),
        page_url("add_subpage", reports),
        "/en/members/bodleian/",
    ):
        assert f'href="{address}"' in text
    assert 'Add to “<span lang="en">Our reports</span>”' in text
    assert "Research Libraries UK" not in text


def test_what_is_ours_on_that_page_is_in_the_editors_language_and_says_so(signed_in, section):
    home = reverse("wagtailadmin_home")
    text = signed_in.get(home, headers={"accept-language": "cy"}).content.decode()
    assert '<html lang="en"' in text
    assert '<span lang="cy">Eich adran</span>' in text
    panel = text.split('<div lang="cy">')[1]
    assert "Gweld holl dudalennau’r adran" in panel


def test_editors_are_told_no_number_of_pages_that_are_not_theirs(signed_in, section, home):
    """Wagtail counts all pages below the first that a person's sections have in common."""
    text = signed_in.get(reverse("wagtailadmin_home")).content.decode()
    assert not NUMBER_OF_PAGES.search(text)
    assert "0 Images" in text


def test_staff_are_told_how_many_pages_there_are(client, staff, section, home):
    client.force_login(staff)
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    assert NUMBER_OF_PAGES.search(text)


def test_staff_without_a_section_see_no_such_panel(client, staff, section):
    client.force_login(staff)
    assert "Your section" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_explorer_of_editors_holds_their_own_section(signed_in, section, other_section):
    response = signed_in.get(reverse("wagtailadmin_explore_root"), follow=True)
    text = response.content.decode()
    assert "Bodleian Libraries" in text
    assert "Research Libraries UK" not in text


def test_editors_change_and_publish_their_own_pages(signed_in, section):
    page = ContentPageFactory(parent=section)
    for found in (section, page):
        assert signed_in.get(page_url("edit", found)).status_code == 200
    response = signed_in.post(
        page_url("edit", section),
        {**ROOT_FORM, "title": "The Bodleian", "action-publish": "Publish"},
    )
    assert response.status_code == 302
    assert MemberHomePage.objects.get(pk=section.pk).title == "The Bodleian"


@pytest.mark.parametrize("view", ["edit", "delete", "unpublish", "move", "copy", "history"])
def test_editors_cannot_reach_the_pages_of_others(signed_in, other_section, home, view):
    page = ContentPageFactory(parent=other_section)
    shared = ContentPageFactory(parent=home)
    for found in (other_section, page, shared):
        assert refused(signed_in.get(page_url(view, found)))


def test_editors_cannot_add_pages_elsewhere(signed_in, other_section, directory):
    for parent in (other_section, directory):
        assert refused(signed_in.get(page_url("add_subpage", parent)))
    address = reverse("wagtailadmin_pages:add", args=["home", "contentpage", other_section.pk])
    assert refused(signed_in.post(address, {"title": "Mine", "slug": "mine"}))
    assert not ContentPage.objects.filter(slug="mine").exists()


@pytest.mark.parametrize("view", ["delete", "unpublish"])
def test_editors_cannot_take_away_their_root(signed_in, section, view):
    assert refused(signed_in.post(page_url(view, section)))
    assert MemberHomePage.objects.get(pk=section.pk).live


def test_editors_cannot_move_their_root(signed_in, section, other_section):
    address = reverse("wagtailadmin_pages:move_confirm", args=[section.pk, other_section.pk])
    assert refused(signed_in.post(address))
    assert section.get_parent().slug == "members"


@pytest.mark.parametrize("action", ["delete", "unpublish", "move"])
def test_nor_in_bulk(signed_in, section, action):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    page = ContentPageFactory(parent=section)
    signed_in.post(f"{address}?id={section.pk}", {"chooser": page.pk})
    root = MemberHomePage.objects.get(pk=section.pk)
    assert root.live
    assert root.get_parent().slug == "members"


def test_editors_cannot_rename_the_address_of_their_root(signed_in, section):
    form = {**ROOT_FORM, "slug": "mine", "action-publish": "Publish"}
    response = signed_in.post(page_url("edit", section), form)
    assert "A section keeps the address “bodleian” in every language." in response.content.decode()
    assert MemberHomePage.objects.get(pk=section.pk).slug == "bodleian"


def test_editors_cannot_hide_their_root_or_let_it_expire(signed_in, section):
    assert refused(signed_in.get(reverse("wagtailadmin_pages:set_privacy", args=[section.pk])))
    form = {**ROOT_FORM, "expire_at": "2020-01-01 10:00", "action-publish": "Publish"}
    signed_in.post(page_url("edit", section), form)
    assert MemberHomePage.objects.get(pk=section.pk).expire_at is None


def test_staff_can_unpublish_a_root(client, staff, section):
    client.force_login(staff)
    client.post(page_url("unpublish", section))
    assert not MemberHomePage.objects.get(pk=section.pk).live


def test_no_section_is_made_by_hand_since_it_would_belong_to_nobody(client, staff, directory):
    client.force_login(staff)
    address = reverse("wagtailadmin_pages:add", args=["members", "memberhomepage", directory.pk])
    assert refused(client.get(address))
