"""A member's own host has the member's name first and the alliance's second."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from members.models import MemberHomePage
from tests.factories.base import ImageFactory
from tests.factories.home import ContentPageFactory
from tests.factories.members import MemberHomePageFactory, MemberIndexPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db
HOST = "bodleian.example"
ALLIANCE = "http://testserver"


@pytest.fixture(autouse=True)
def hosts(settings):
    settings.ALLOWED_HOSTS = ["testserver", "*"]


@pytest.fixture
def section(home):
    directory = MemberIndexPageFactory(parent=home)
    section = MemberHomePageFactory(parent=directory, title="Bodleian Libraries")
    section = MemberHomePage.objects.get(pk=section.pk)
    Site.objects.create(hostname=HOST, port=80, root_page=section)
    return section


@pytest.fixture
def page(section):
    return ContentPageFactory(parent=section, slug="visit", title="Visit us", show_in_menus=True)


def look(client, path="/en/visit/", status=200):
    response = client.get(path, headers={"host": HOST})
    assert response.status_code == status
    return response.content.decode()


def part(text, tag):
    return text.partition(f'<{tag} class="site-{tag}')[2].partition(f"</{tag}>")[0]


def test_the_masthead_and_the_footer_name_the_member_and_then_the_alliance(client, page):
    text = look(client)
    for tag in ("header", "footer"):
        assert "<span>Bodleian Libraries</span>" in part(text, tag)
        assert f'A member of the <a href="{ALLIANCE}/en/">Libraries Alliance</a>' in part(text, tag)
    assert '<a class="masthead__name" href="/en/">' in text
    assert 'class="band"' not in text
    assert text.count(">Visit us</a>") == 2


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/en/", 200, "Bodleian Libraries · Libraries Alliance"),
        ("/en/visit/", 200, "Visit us · Bodleian Libraries · Libraries Alliance"),
        ("/en/search/", 200, "Search · Bodleian Libraries · Libraries Alliance"),
        ("/en/nothing/", 404, "Page not found · Bodleian Libraries · Libraries Alliance"),
    ],
)
def test_titles_end_with_both_names(client, page, path, status, title):
    text = look(client, path, status)
    assert f"<title>{title}</title>" in text
    assert "<span>Bodleian Libraries</span>" in part(text, "header")


def test_shared_links_name_both(client, page):
    name = '<meta property="og:site_name" content="Bodleian Libraries · Libraries Alliance">'
    assert name in look(client)


def test_the_members_logo_stands_there_on_every_page(client, section, page):
    section.organisation.logo = ImageFactory(title="Crest")
    section.organisation.brand_primary, section.organisation.brand_secondary = "#002147", "#ffffff"
    section.organisation.save()
    for path, status in (("/en/visit/", 200), ("/en/nothing/", 404)):
        text = look(client, path, status)
        assert 'class="band__logo"' in part(text, "header")
        assert section.organisation.brand_url in text


def test_on_the_alliances_host_the_alliance_comes_first(client, section, page):
    text = client.get(f"/en/members/{section.slug}/visit/").content.decode()
    assert "<title>Visit us · Libraries Alliance</title>" in text
    assert '<meta property="og:site_name" content="Libraries Alliance">' in text
    assert "<span>Libraries Alliance</span>" in part(text, "header")
    assert 'class="band"' in text
    assert "A member of" not in text


def test_the_alliances_footer_pages_are_there_too(client, home, page):
    ContentPageFactory(parent=home, slug="privacy", title="Privacy notice", show_in_footer=True)
    text = part(look(client), "footer")
    assert f'<a href="{ALLIANCE}/en/privacy/">Privacy notice</a>' in text


def test_in_a_language_that_the_member_lacks_ways_lead_to_one_it_has(client, home, page):
    publish_translation(home, "cy")
    text = look(client, "/cy/nothing/", 404)
    assert '<a class="masthead__name" href="/en/">' in text
    assert '<span lang="en">Bodleian Libraries</span>' in text
    assert 'hreflang="cy"' not in text
    assert 'hreflang="en"' in text


def test_a_section_that_nobody_may_read_is_not_named(client, section):
    section.unpublish()
    response = client.get("/en/", headers={"host": HOST})
    text = response.content.decode()
    assert response.status_code in (404, 410)
    assert "Bodleian" not in text
    assert f'<a class="masthead__name" href="{ALLIANCE}/en/">' in text


def test_it_costs_no_query_more(client, page, django_assert_num_queries):
    look(client)
    with django_assert_num_queries(3):
        look(client)


def test_nor_does_an_error_page(client, page):
    numbers = []
    for host in ("testserver", HOST):
        client.get("/en/nothing/", headers={"host": host})
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/nothing/", headers={"host": host})
        numbers.append(len(queries))
    assert numbers == [4, 4]
