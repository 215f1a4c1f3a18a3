"""Menus, the way back, and the other languages of a page."""

import re

import pytest
from wagtail.models import Locale

from tests.factories.home import ContentPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


def links(response):
    return re.findall(r'<a[^>]*href="([^"]+)"', response.content.decode())


def test_the_menu_holds_what_editors_put_there(client, home):
    ContentPageFactory(parent=home, slug="shown", show_in_menus=True)
    ContentPageFactory(parent=home, slug="hidden", show_in_menus=False)
    found = links(client.get("/en/"))
    assert "/en/shown/" in found
    assert "/en/hidden/" not in found


def test_an_alias_is_in_no_menu(client, home):
    source = ContentPageFactory(parent=home, slug="source", show_in_menus=True)
    source.create_alias(parent=home, update_slug="alias")
    assert "/en/alias/" not in links(client.get("/en/"))


def test_the_switcher_leads_to_the_translation(client, home):
    publish_translation(home, "cy", title="Hafan")
    page = ContentPageFactory(parent=home, slug="history")
    publish_translation(page, "cy", title="Hanes", slug="hanes")
    assert "/cy/hanes/" in links(client.get("/en/history/"))


def test_without_a_translation_the_switcher_says_which_language_follows(client, home):
    publish_translation(home, "cy", title="Hafan")
    ContentPageFactory(parent=home, slug="history")
    text = client.get("/en/history/").content.decode()
    links = re.findall(r'<a[^>]*href="/en/history/"[^>]*hreflang="en"[^>]*>.*?</a>', text, re.S)
    (welsh,) = [link for link in links if "Cymraeg" in link]
    assert "English" in welsh


def test_the_switcher_keeps_a_search_but_not_its_page_number(client, home):
    """Another language has fewer results; the same number may be a page that it has not."""
    publish_translation(home, "cy", title="Hafan")
    found = links(client.get("/en/search/?q=c%C5%B5n&kind=page&page=1"))
    assert "/cy/search/?q=c%C5%B5n&amp;kind=page" in found


def test_a_language_without_a_locale_is_not_offered(client, home):
    assert "Gàidhlig" not in client.get("/en/").content.decode()


def test_breadcrumbs_lead_home(client, home):
    parent = ContentPageFactory(parent=home, slug="about", title="About")
    ContentPageFactory(parent=parent, slug="history")
    found = links(client.get("/en/about/history/"))
    assert "/en/" in found
    assert "/en/about/" in found


def test_what_only_repeats_an_english_page_is_named_as_english_on_the_way_back(client, home):
    publish_translation(home, "cy", title="Hafan")
    parent = ContentPageFactory(parent=home, slug="about", title="About")
    page = ContentPageFactory(parent=parent, slug="history")
    welsh = Locale.objects.get(language_code="cy")
    page.copy_for_translation(welsh, copy_parents=True).save_revision().publish()
    text = client.get("/cy/about/history/").content.decode()
    assert '<a href="/cy/about/" lang="en">About</a>' in text
    assert '<a href="/cy/">Hafan</a>' in text
