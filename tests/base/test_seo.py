"""What search engines and shared links are told."""

import re

import pytest
from wagtail.models import PageViewRestriction, Site

from alliance.base.sitemaps import PageSitemap
from tests.factories.base import ImageFactory
from tests.factories.home import ContentPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


def test_a_page_names_its_address_and_its_other_languages(client, home):
    publish_translation(home, "cy", title="Hafan")
    page = ContentPageFactory(parent=home, slug="history")
    publish_translation(page, "cy", title="Hanes", slug="hanes")
    text = client.get("/cy/hanes/").content.decode()
    assert '<link rel="canonical" href="http://testserver/cy/hanes/">' in text
    assert 'hreflang="en" href="http://testserver/en/history/"' in text
    assert '<meta property="og:title" content="Hanes">' in text


def test_a_section_with_its_own_host_is_canonical_there(client, home):
    section = ContentPageFactory(parent=home, slug="section")
    ContentPageFactory(parent=section, slug="inside")
    Site.objects.create(hostname="member.example.org", port=80, root_page=section)
    text = client.get("/en/section/inside/").content.decode()
    assert '<link rel="canonical" href="http://member.example.org/en/inside/">' in text


def test_a_shared_page_shows_its_picture_with_address_and_size(client, home):
    image = ImageFactory(file__width=2000, file__height=1200)
    ContentPageFactory(parent=home, slug="history", image=image, image_alt="A shelf of books")
    text = client.get("/en/history/", headers={"host": "localhost"}).content.decode()
    assert re.search(r'"og:image" content="http://testserver/media/images/[^"]+\.jpg"', text)
    assert '<meta property="og:image:width" content="1200">' in text
    assert '<meta property="og:image:alt" content="A shelf of books">' in text


def test_the_way_back_is_told_by_canonical_addresses(client, home, structured_data):
    section = ContentPageFactory(parent=home, slug="section", title="Section")
    ContentPageFactory(parent=section, slug="inside", title="Inside")
    Site.objects.create(hostname="member.example.org", port=80, root_page=section)
    response = client.get("/en/section/inside/", headers={"host": "localhost"})
    assert '<link rel="canonical" href="http://member.example.org/en/inside/">' in (
        response.content.decode()
    )
    page, crumbs = structured_data(response)
    assert [item["item"] for item in crumbs["itemListElement"]] == [
        "http://testserver/en/",
        "http://member.example.org/en/",
        "http://member.example.org/en/inside/",
    ]
    assert page["url"] == "http://member.example.org/en/inside/"
    assert len(structured_data(client.get("/en/"))) == 1  # no way back from where it begins


def test_a_shared_page_names_its_site_and_shows_a_large_picture(client, home, structured_data):
    ContentPageFactory(parent=home, slug="history", image=ImageFactory(), image_alt="A shelf")
    response = client.get("/en/history/")
    text = response.content.decode()
    assert '<meta property="og:site_name" content="Libraries Alliance">' in text
    assert '<meta name="twitter:card" content="summary_large_image">' in text
    (picture,) = re.findall(r'"og:image" content="([^"]+)"', text)
    assert structured_data(response)[0]["image"] == picture


def test_structured_data_cannot_end_its_script(client, home, structured_data):
    ContentPageFactory(parent=home, slug="odd", title="</script><b>Odd & bold</b>")
    page, crumbs = structured_data(client.get("/en/odd/"))
    assert page["name"] == "</script><b>Odd & bold</b>"
    assert [item["position"] for item in crumbs["itemListElement"]] == [1, 2]


def test_the_sitemap_lists_each_language_with_its_alternates(client, home):
    publish_translation(home, "cy", title="Hafan")
    page = ContentPageFactory(parent=home, slug="history")
    publish_translation(page, "cy", title="Hanes", slug="hanes")
    text = client.get("/sitemap.xml").content.decode()
    assert text.count("<loc>") == 4
    assert 'hreflang="cy" href="http://testserver/cy/hanes/"' in text


def test_the_sitemap_leaves_out_what_readers_cannot_open(client, home):
    ContentPageFactory(parent=home, slug="draft", live=False)
    secret = ContentPageFactory(parent=home, slug="secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    source = ContentPageFactory(parent=home, slug="source")
    source.create_alias(parent=home, update_slug="alias")
    text = client.get("/sitemap.xml").content.decode()
    assert "/en/source/" in text
    assert not any(slug in text for slug in ("draft", "secret", "alias"))


@pytest.mark.parametrize("pages", [1, 30])
def test_the_sitemap_costs_the_same_for_any_number_of_pages(
    client, home, pages, django_assert_num_queries
):
    for _ in range(pages):
        ContentPageFactory(parent=home)
    client.get("/sitemap.xml")
    with django_assert_num_queries(2):
        client.get("/sitemap.xml")


def test_a_long_sitemap_comes_in_parts_that_an_index_names(client, home, monkeypatch):
    for slug in ("one", "two"):
        ContentPageFactory(parent=home, slug=slug)
    monkeypatch.setattr(PageSitemap, "limit", 2)
    index = client.get("/sitemap.xml").content.decode()
    parts = re.findall("<loc>http://testserver(/[^<]+)</loc>", index)
    assert parts == ["/sitemap.xml?p=1", "/sitemap.xml?p=2"]
    text = "".join(client.get(part).content.decode() for part in parts)
    assert all(f"<loc>http://testserver/en/{path}</loc>" in text for path in ("", "one/", "two/"))


@pytest.mark.parametrize("part", ["0", "2", "-1", "x", "9" * 300])
def test_a_part_that_the_sitemap_has_not_is_not_found(client, home, part):
    assert client.get(f"/sitemap.xml?p={part}").status_code == 404


def test_robots_are_told_of_the_sitemap(client, home):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_security_txt_names_whom_to_tell(client, home, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:security@example.org" in text
    assert "Expires: 20" in text
