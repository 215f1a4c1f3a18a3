"""The page of results, as a reader meets it."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, PageViewRestriction, Site

from home.models import ResourceIndexPage
from search.results import RESULTS_ON_A_PAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(client, roots):
    def look(language="en", **query):
        response = client.get(f"/{language}/search/", query)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return look


def titles(soup):
    return [heading.get_text().strip() for heading in soup.select("article h3")]


def text(soup):
    return " ".join(soup.main.get_text(" ").split())


def test_a_result_shows_title_member_type_date_and_passage(look, make_page, make_section):
    section = make_section("nls", en="National Library of Scotland")
    make_page("Old maps", parent=section, text="We lend a map &amp; a globe to each school.")
    soup = look(q="school maps")
    article = soup.article
    assert titles(soup) == ["Old maps"]
    assert article.h3.a["href"].startswith("/en/page-")
    assert "a <mark>map</mark> &amp; a globe to each <mark>school</mark>" in str(article)
    assert "National Library of Scotland" in article.get_text()
    assert "Page" in article.get_text()
    assert "1 page for “school maps”" in text(soup)


def test_the_title_counts_most(look, make_page):
    make_page("Reading", text="A manuscript.")
    make_page("Manuscripts", text="Reading.")
    assert titles(look(q="manuscript")) == ["Manuscripts", "Reading"]


def test_the_exact_accents_come_first(look, make_page):
    make_page("Mor braf", language="cy", slug="braf")
    make_page("Y môr", language="cy", slug="mor")
    assert titles(look("cy", q="môr")) == ["Y môr"]
    assert set(titles(look("cy", q="mor"))) == {"Y môr", "Mor braf"}


def test_newest_first_when_asked(look, make_page):
    for title in ("Map one", "Map two", "Map three"):
        page = make_page(title, live=False)
        page.save_revision().publish()
    assert titles(look(q="map", sort="date")) == ["Map three", "Map two", "Map one"]


def test_filters_narrow_with_counts_and_can_be_taken_off(look, make_page, make_section):
    first, second = make_section("first"), make_section("second")
    make_page("Map a", parent=first)
    make_page("Map b", parent=first)
    make_page("Map c", parent=second)
    make_page("Map d", page_type=ResourceIndexPage)
    soup = look(q="map")
    assert "First (2)" in text(soup)
    assert "Second (1)" in text(soup)
    assert "Section (1)" in text(soup)
    soup = look(q="map", member="first")
    assert sorted(titles(soup)) == ["Map a", "Map b"]
    assert "Page (2)" in text(soup)
    assert "Section" not in text(soup)
    remove = soup.select_one(".search-page__selected a")
    assert remove.get_text().startswith("Remove the filter: First")
    assert remove["href"] == "?q=map"
    assert titles(look(q="map", kind="index")) == ["Map d"]
    assert titles(look(q="map", member="second", kind="page")) == ["Map c"]


def test_a_members_name_falls_back_and_says_its_language(look, make_page, make_section):
    section = make_section("cilip", language="cy", en="Chartered Institute")
    make_page("Mapiau", parent=section)
    soup = look("cy", q="map")
    assert soup.article.find(string="Chartered Institute").parent["lang"] == "en"


def test_results_come_in_pages(look, make_page, client):
    for number in range(RESULTS_ON_A_PAGE + 1):
        make_page(f"Map {number}")
    assert len(titles(look(q="map"))) == RESULTS_ON_A_PAGE
    soup = look(q="map", page=2)
    assert len(titles(soup)) == 1
    assert soup.select_one("ol[start='21']")
    assert client.get("/en/search/", {"q": "map", "page": 3}).status_code == 404


def test_nothing_found_leads_on(look, make_page):
    make_page("Llawysgrifau", language="cy")
    soup = look(q="llawysgrif")
    assert "No pages for “llawysgrif”" in text(soup)
    link = soup.select_one(".empty-state a")
    assert (link["href"], link["hreflang"]) == ("/cy/search/?q=llawysgrif", "cy")
    assert "How to search" in text(soup)
    assert titles(look("cy", q="llawysgrif")) == ["Llawysgrifau"]


def test_without_a_query_there_is_a_form_and_advice(look):
    soup = look()
    assert soup.select_one("main form input[name=q]")
    assert "How to search" in text(soup)
    assert "No pages" not in text(soup)


def test_what_is_typed_is_escaped_everywhere(client, roots):
    response = client.get("/en/search/", {"q": '"><script>alert(1)</script>'})
    assert b"<script>alert" not in response.content


def test_other_search_engines_may_find_a_search_but_not_its_repetitions(look):
    assert look(q="map").find("meta", {"name": "robots"}) is None
    for repeated in ({"kind": "news"}, {"sort": "date"}):
        robots = look(q="map", **repeated).find("meta", {"name": "robots"})
        assert robots["content"] == "noindex, follow"


@pytest.mark.parametrize("language", ["en", "cy", "gd"])
def test_one_first_heading_in_each_language(look, language):
    assert len(look(language).find_all("h1")) == 1


@pytest.mark.parametrize(
    "query",
    [
        {"member": "unknown"},
        {"member": "a\x00b"},
        {"kind": "unknown"},
        {"sort": "unknown"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "two"},
        {"page": "٣"},
        {"page": "9" * 40},
    ],
    ids=str,
)
def test_what_the_search_cannot_mean_is_not_there(client, make_page, query):
    make_page("Map")
    assert client.get("/en/search/", {"q": "map"} | query).status_code == 404


@pytest.mark.parametrize(
    "query",
    ["\x00", "map\x00s", "map " * 2500, "x" * 10_000, "'\"\\&|!()<->:*", "%ff", "\u202e📚", "the"],
    ids=range(8),
)
def test_whatever_is_typed_gets_an_answer(client, make_page, query):
    make_page("Map")
    assert client.get("/en/search/", {"q": query}).status_code == 200
    assert client.get("/en/search/?q=%ff%fe%00").status_code == 200


def test_a_cut_query_says_so(look):
    assert "only its first words were looked for" in text(look(q="word " * 100))


def test_a_page_withdrawn_by_another_process_is_not_shown(look, make_page):
    page = make_page("Map")
    look(q="map")
    PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk), restriction_type=PageViewRestriction.LOGIN
    )
    assert titles(look(q="map")) == []


@pytest.mark.parametrize("number", [1, 40])
@pytest.mark.parametrize(
    "query",
    [{"q": "map"}, {"q": "map", "member": "first", "kind": "page"}, {"q": "absent"}, {}],
    ids=str,
)
def test_four_queries_whatever_there_is_to_find(
    client, make_page, make_section, django_assert_max_num_queries, number, query
):
    for count in range(number):
        slug = "first" if count == 0 else f"organisation-{count}"
        make_page(f"Map {count}", parent=make_section(slug))
    client.get("/en/search/", query)
    with django_assert_max_num_queries(4):
        assert client.get("/en/search/", query).status_code == 200


def test_a_search_sets_no_cookie_and_any_cache_may_hold_it(client, roots):
    response = client.get("/en/search/", {"q": "map"})
    assert not response.cookies
    assert "public" in response["Cache-Control"]


@pytest.fixture
def at_host(client, make_page, make_section):
    """The search of a member's own host, where another member has pages, too."""
    own, other = make_section("first"), make_section("second")
    make_page("Map a", parent=own, slug="a")
    make_page("Map b", parent=other)
    make_page("Map c")
    make_page("Map ch", language="cy")
    Site.objects.create(hostname="first.example", port=80, root_page=own)

    def look(status=200, language="en", **query):
        headers = {"host": "first.example"}
        response = client.get(f"/{language}/search/", query, headers=headers)
        assert response.status_code == status
        return BeautifulSoup(response.content, "html.parser")

    return look


def test_on_a_members_host_only_its_pages_are_found_and_it_says_so(at_host):
    for query in ({"q": "map"}, {"q": "map", "member": "second"}):
        soup = at_host(**query)
        assert titles(soup) == ["Map a"]
        assert soup.article.h3.a["href"] == "/en/a/"
        assert "1 page for “map”" in text(soup)
        assert "Only pages of this site are searched: Welcome." in text(soup)
        assert "Second" not in text(soup)
    link = soup.find("a", string="Search all of the Libraries Alliance")
    assert link["href"] == "http://testserver/en/search/?q=map"


def test_there_other_languages_are_counted_as_far_as_the_member_has_them(at_host):
    soup = at_host(q="globe")
    assert "No pages for “globe”" in text(soup)
    assert "Map ch" not in text(at_host(q="ch"))
    assert not at_host(q="ch").select("[hreflang=cy]")
    at_host(404, "cy", q="map")


def test_on_the_alliances_host_nothing_says_so(look, make_page):
    make_page("Map")
    assert "Only pages of this site" not in text(look(q="map"))
