"""A page is found by its address in one query, whatever its depth."""

import pytest
from wagtail.models import PageViewRestriction, Site

from home.models import ContentPage, TopicIndexPage
from tests.factories.home import ContentPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


def make_deep(home, depth):
    page = home
    for n in range(depth):
        page = ContentPageFactory(parent=page, slug=f"level-{n}", title=f"Level {n}")
    return page


def test_every_page_is_served_at_its_address(client, home):
    deep = make_deep(home, 3)
    assert "Level 2" in client.get("/en/level-0/level-1/level-2/").content.decode()
    assert deep.get_url() == "/en/level-0/level-1/level-2/"


@pytest.mark.parametrize("depth", [1, 5])
def test_a_warm_content_page_costs_the_same_at_any_depth(
    client, home, depth, django_assert_num_queries
):
    url = make_deep(home, depth).get_url()
    client.get(url)
    with django_assert_num_queries(3):
        client.get(url)


@pytest.mark.parametrize("depth", [1, 5])
def test_a_cold_content_page_costs_at_most_twice_that(
    client, home, depth, django_assert_max_num_queries
):
    url = make_deep(home, depth).get_url()
    with django_assert_max_num_queries(12):
        client.get(url)


@pytest.mark.parametrize(
    "path",
    ["/en/missing/", "/en/level-0/missing/", "/fr/", "/en/%00/", "/en/a//b/", "/en/" + "a/" * 200],
)
def test_nonsense_is_not_found(client, home, path):
    make_deep(home, 1)
    assert client.get(path).status_code == 404


def test_an_address_without_its_slash_leads_to_the_page(client, home):
    make_deep(home, 1)
    assert client.get("/en/level-0", follow=True).status_code == 200


def test_a_language_without_a_home_page_is_not_found(client, home):
    assert client.get("/gd/").status_code == 404


def test_a_routable_page_takes_the_rest_of_the_address(client, home):
    home.add_child(instance=TopicIndexPage(title="Topics", slug="topics"))
    assert client.get("/en/topics/").status_code == 200
    assert client.get("/en/topics/nothing/").status_code == 404


def test_a_draft_is_not_found(client, home):
    ContentPageFactory(parent=home, slug="draft", live=False)
    assert client.get("/en/draft/").status_code == 404


def test_a_page_that_was_withdrawn_is_gone(client, home):
    page = ContentPageFactory(parent=home, slug="old")
    page.save_revision().publish()
    ContentPage.objects.get(pk=page.pk).unpublish()
    response = client.get("/en/old/")
    assert response.status_code == 410
    assert page.title not in response.content.decode()


def test_a_restriction_of_an_ancestor_applies(client, home):
    parent = ContentPageFactory(parent=home, slug="inner")
    child = ContentPageFactory(parent=parent, slug="secret", title="Secret minutes")
    PageViewRestriction.objects.create(page=parent, restriction_type="login")
    response = client.get(child.get_url())
    assert response.status_code == 302
    assert "login" in response["Location"]


def test_an_alias_leads_to_its_source(client, home):
    source = ContentPageFactory(parent=home, slug="source")
    source.create_alias(parent=home, update_slug="alias")
    response = client.get("/en/alias/")
    assert response.status_code == 302
    assert response["Location"] == "/en/source/"


def test_a_section_with_a_hostname_of_its_own_is_served_there(client, home):
    section = ContentPageFactory(parent=home, slug="section", title="Our section")
    ContentPageFactory(parent=section, slug="inside", title="Inside")
    Site.objects.create(hostname="member.example.org", port=80, root_page=section)
    response = client.get("/en/inside/", headers={"host": "member.example.org"})
    assert "Inside" in response.content.decode()
    assert client.get("/en/section/", headers={"host": "member.example.org"}).status_code == 404


def test_an_unpublished_ancestor_does_not_hide_a_page(client, home):
    """As in Wagtail itself: what is live is served."""
    parent = ContentPageFactory(parent=home, slug="parent", live=False)
    ContentPageFactory(parent=parent, slug="child", title="Child")
    assert client.get("/en/parent/child/").status_code == 200


def test_each_language_has_its_own_addresses(client, home):
    publish_translation(home, "cy", title="Hafan")
    page = ContentPage.objects.get(pk=ContentPageFactory(parent=home, slug="history").pk)
    publish_translation(page, "cy", title="Hanes", slug="hanes")
    assert client.get("/cy/hanes/").status_code == 200
    assert client.get("/cy/history/").status_code == 404
