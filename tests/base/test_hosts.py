"""The site answers to the names of its sites, and to no other."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from alliance.base import tree
from members.models import MemberHomePage
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory
from tests.factories.members import MemberHomePageFactory, MemberIndexPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db
HOST = "bodleian.example"
ALLIANCE = "https://www.alliance.example"
HELD = "alliance.base.held_pages.HeldPagesMiddleware"


@pytest.fixture(autouse=True)
def hosts(settings):
    """As in production: what the operator names, and the sites."""
    settings.ALLOWED_HOSTS = ["testserver", "*"]
    settings.WAGTAILADMIN_BASE_URL = ALLIANCE


@pytest.fixture
def directory(home):
    return MemberIndexPageFactory(parent=home)


@pytest.fixture
def section(directory):
    section = MemberHomePageFactory(parent=directory, title="Bodleian Libraries")
    return MemberHomePage.objects.get(pk=section.pk)


@pytest.fixture
def page(section):
    return ContentPageFactory(parent=section, slug="visit", title="Visit us", show_in_menus=True)


@pytest.fixture
def member_site(section):
    return Site.objects.create(hostname=HOST, port=80, root_page=section)


def get(client, path="/en/", host=HOST, **extra):
    return client.get(path, headers={"host": host}, **extra)


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.2",
        "testserver:81",
        f"{HOST}:81",
        "a b",
        "x@testserver",
        f"x.{HOST}",
    ],
)
def test_an_unknown_name_or_port_gets_no_sites_pages(client, page, member_site, host):
    for path in ("/en/", "/", "/admin/", "/robots.txt", "/sitemap.xml", "/en/nothing/"):
        response = get(client, path, host)
        assert response.status_code == 421, path
        assert "Bodleian" not in text_of(response)
        assert host not in text_of(response)
        assert response["Cache-Control"] == "no-store"


def test_an_unknown_name_is_told_so_in_the_readers_language(client, home):
    text = text_of(get(client, "/cy/", "evil.example"))
    assert '<html lang="cy">' in text
    assert ALLIANCE in text


@pytest.mark.parametrize("host", [HOST, HOST.upper(), f"{HOST}.", f"{HOST}:80", f"{HOST}:443"])
def test_a_member_is_served_at_its_name_however_that_is_written(client, page, member_site, host):
    response = get(client, "/en/visit/", host)
    assert response.status_code == 200
    assert f'<link rel="canonical" href="http://{HOST}/en/visit/">' in text_of(response)


def test_a_new_name_is_known_at_once_and_one_taken_away_is_not(client, page):
    assert get(client).status_code == 421
    site = Site.objects.create(hostname=HOST, port=80, root_page=page.get_parent())
    assert get(client).status_code == 200
    site.delete()
    assert get(client).status_code == 421
    assert get(client, "/en/visit/").status_code == 421


def test_the_alliances_address_stays_readable_and_points_to_the_members(
    client, section, page, member_site
):
    text = text_of(client.get(f"/en/members/{section.slug}/visit/"))
    assert f'<link rel="canonical" href="http://{HOST}/en/visit/">' in text
    assert f'<meta property="og:url" content="http://{HOST}/en/visit/">' in text


def test_languages_have_their_prefixes_there(client, directory, section, page, member_site):
    publish_translation(directory.get_parent(), "cy")
    publish_translation(directory, "cy")
    publish_translation(section, "cy", title="Llyfrgelloedd Bodley")
    response = get(client, "/cy/")
    assert "Llyfrgelloedd Bodley" in text_of(response)
    assert f'hreflang="en" href="http://{HOST}/en/"' in text_of(response)


def test_the_root_leads_to_a_language_that_the_member_has(client, home, section, member_site):
    publish_translation(home, "cy")
    response = client.get("/", headers={"host": HOST, "accept-language": "cy"})
    assert response["Location"] == "/en/"


def test_sitemap_and_robots_name_the_members_pages_alone(client, page, member_site):
    sitemap = text_of(get(client, "/sitemap.xml"))
    assert f"<loc>http://{HOST}/en/visit/</loc>" in sitemap
    assert "testserver" not in sitemap
    assert f"Sitemap: http://{HOST}/sitemap.xml" in text_of(get(client, "/robots.txt"))
    assert HOST not in text_of(client.get("/sitemap.xml"))


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/login/?next=/admin/", "/en/_invitation/a:b/", "/en/_util/login/"]
)
def test_people_sign_in_on_the_alliances_host_alone(client, member_site, path):
    response = get(client, path)
    assert (response.status_code, response["Location"]) == (302, ALLIANCE + path)
    assert not response.cookies


def test_who_signs_in_for_a_members_page_gets_to_it(client, section, page, member_site, settings):
    settings.WAGTAILADMIN_BASE_URL = "http://testserver"
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    door = get(client, "/en/visit/?a=b%20c")
    assert door["Location"].startswith("/admin/login/?next=")
    away = urlsplit(get(client, door["Location"])["Location"])
    assert (away.netloc, away.path) == ("testserver", "/admin/login/")
    client.force_login(UserFactory())
    back = client.get(parse_qs(away.query)["next"][0])
    assert back.wsgi_request.get_full_path() == f"/en/members/{section.slug}/visit/?a=b%20c"
    assert "<h1>Visit us</h1>" in text_of(back)


@pytest.mark.parametrize(
    "path", ["/admin/pages/", "/documents/1/a.pdf", "//evil.example/x/", "nonsense", "/xx/a/"]
)
def test_where_else_somebody_wants_to_go_stays_as_it_is(client, member_site, path):
    query = urlencode({"next": path})
    response = get(client, f"/admin/login/?{query}")
    assert response["Location"] == f"{ALLIANCE}/admin/login/?{query}"


def test_a_member_decides_alone_how_its_other_names_are_reached(client, member_site, settings):
    settings.SECURE_HSTS_SECONDS = 60
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    found = get(client, secure=True)
    assert found["Strict-Transport-Security"] == "max-age=60"
    assert "includeSubDomains" in client.get("/en/", secure=True)["Strict-Transport-Security"]


def test_what_is_held_for_one_host_is_not_sent_to_another(
    client, section, page, member_site, settings
):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:3], HELD, *settings.MIDDLEWARE[3:]]
    at_home = text_of(get(client))
    at_alliance = text_of(client.get("/en/"))
    assert at_home != at_alliance
    assert text_of(get(client)) == at_home
    assert text_of(client.get("/en/")) == at_alliance
    member_site.delete()
    assert get(client).status_code == 421


@pytest.fixture(params=[1, 1000])
def names(request, section):
    Site.objects.bulk_create(
        Site(hostname=f"member{n}.example", port=80, root_page=section)
        for n in range(request.param)
    )


def test_a_page_costs_the_same_for_any_number_of_names(
    client, page, names, django_assert_num_queries
):
    get(client, "/en/visit/", "member0.example")
    with django_assert_num_queries(3):
        assert get(client, "/en/visit/", "member0.example").status_code == 200


def test_saving_a_site_costs_the_same_for_any_number_of_names(
    page, names, django_capture_on_commit_callbacks, django_assert_num_queries
):
    """Wagtail's own list of roots would else be read anew with a query or more for each."""
    with django_capture_on_commit_callbacks(execute=True):
        for name in (HOST, f"x.{HOST}"):
            Site.objects.create(hostname=name, port=80, root_page=page.get_parent())
    found = Page.objects.get(pk=page.pk)
    with django_assert_num_queries(0):
        assert found.get_url_parts()


def test_a_cold_start_costs_the_same_for_any_number_of_names(client, page, names):
    get(client, "/en/visit/", "member0.example")
    tree._held = None
    with CaptureQueriesContext(connection) as queries:
        tree.held()
    assert len(queries) == 2


@pytest.mark.parametrize(
    ("name", "status"),
    [(HOST, 200), (HOST.upper(), 200), ("testserver", 200), ("evil.example", 404), ("", 404)],
)
def test_a_web_server_asks_for_which_names_it_may_have_a_certificate(
    client, member_site, name, status
):
    assert client.get("/.well-known/known-host", {"domain": name}).status_code == status
