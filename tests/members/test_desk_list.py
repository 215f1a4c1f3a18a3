"""All that one item of the desk has, and for whom."""

import pytest
from django.urls import reverse

from members import desk_views
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db
DESK = "/admin/desk/"


def draft(parent, title):
    return ContentPageFactory(parent=parent, title=title, live=False, has_unpublished_changes=True)


def read(client, **asked):
    return client.get(DESK, asked).content.decode()


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def test_the_home_leads_to_all_of_what_it_shows_in_part(signed_in, section):
    for number in range(7):
        draft(section, f"Draft {number}")
    text = signed_in.get(reverse("wagtailadmin_home")).content.decode()
    address = f"{DESK}?item=drafts&amp;member=bodleian"
    assert f'<a href="{address}">And 2 more.</a>' in text
    text = read(signed_in, item="drafts", member="bodleian")
    assert all(f">Draft {number}</a>" in text for number in range(7))
    assert "Drafts and unpublished changes (7)" in text


def test_a_long_list_has_pages(signed_in, section, monkeypatch):
    monkeypatch.setattr(desk_views, "ON_A_PAGE", 2)
    for number in range(3):
        draft(section, f"Draft {number}")
    assert "p=2" in read(signed_in)
    assert "Draft 2" in read(signed_in, p="2")
    for nonsense in ("x", "-1", "999999999999999999999"):
        assert signed_in.get(DESK, {"p": nonsense}).status_code == 200


def test_it_can_be_asked_for_one_language(signed_in, section, home, welsh):
    draft(section, "English draft")
    for page in (home, section.get_parent(), section):
        page.copy_for_translation(welsh)
    draft(section.get_translation(welsh), "Drafft Cymraeg")
    both = read(signed_in)
    assert "English draft" in both
    assert "Drafft Cymraeg" in both
    one = read(signed_in, language="cy")
    assert "English draft" not in one
    assert "Drafft Cymraeg" in one


def test_an_empty_list_says_so(signed_in):
    assert "There is nothing of this kind." in read(signed_in, item="links")


@pytest.mark.parametrize("key", [item.key for item in desk_views.desk_items()])
def test_every_item_has_its_list(signed_in, section, key):
    assert signed_in.get(DESK, {"item": key, "language": "en"}).status_code == 200


def test_what_is_anothers_is_not_there(signed_in, section, other_section):
    draft(other_section, "Secret plan")
    assert "Secret plan" not in read(signed_in)
    assert signed_in.get(DESK, {"member": "rluk"}).status_code == 404
    assert signed_in.get(DESK, {"item": "nonsense"}).status_code == 404
    assert signed_in.get(DESK, {"member": "\x00"}).status_code == 404


def test_staff_see_the_desk_of_each_member(client, staff, section, other_section):
    draft(section, "Of the Bodleian")
    draft(other_section, "Of the network")
    client.force_login(staff)
    assert "Of the Bodleian" in read(client)
    one = read(client, member="rluk")
    assert "Of the Bodleian" not in one
    assert "Of the network" in one


def test_who_works_for_no_member_has_no_desk(client, section):
    client.force_login(UserFactory())
    assert client.get(DESK).status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_for_many(signed_in, section, number, django_assert_num_queries):
    for index in range(number):
        draft(section, f"Draft {index}")
    signed_in.get(DESK)
    with django_assert_num_queries(16):
        text = read(signed_in)
    assert text.count(">Draft ") == number
