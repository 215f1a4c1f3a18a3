"""News, whose it is, and what its list shows."""

from datetime import date

import pytest
from wagtail.models import Page

from home.models import NewsPage
from tests.factories.home import NewsPageFactory

pytestmark = pytest.mark.django_db


def titles(response):
    return [page.title for page in response.context["page_obj"]]


def test_the_newest_comes_first(client, news):
    NewsPageFactory(parent=news, title="Old", date=date(2025, 3, 1))
    NewsPageFactory(parent=news, title="New", date=date(2026, 3, 1))
    assert titles(client.get("/en/news/")) == ["New", "Old"]


def test_a_page_says_its_date_in_words_and_for_machines(client, news):
    NewsPageFactory(parent=news, slug="story", date=date(2026, 3, 1))
    assert (
        '<time datetime="2026-03-01">1 Mar <br>2026</time>'
        in client.get("/en/news/story/").content.decode()
    )


def test_search_engines_are_told_who_publishes_a_story_and_when(
    client, news, member_news, structured_data
):
    NewsPageFactory(parent=news, slug="ours", date=date(2026, 3, 1)).save_revision().publish()
    member_news.organisation.website = "https://bodleian.example/"
    member_news.organisation.save()
    NewsPageFactory(parent=member_news, slug="theirs")

    ours = structured_data(client.get("/en/news/ours/"))[0]
    assert ours["author"] == {"@type": "Organization", "name": "Libraries Alliance"}
    assert ours["datePublished"] == "2026-03-01"
    assert ours["dateModified"] >= ours["datePublished"]

    theirs = structured_data(client.get("/en/members/bodleian/news/theirs/"))[0]
    assert theirs["publisher"] == {
        "@type": "Organization",
        "name": "Bodleian Libraries",
        "url": "https://bodleian.example/",
    }


def test_the_alliance_lists_its_own_and_on_request_everyones(client, news, member_news):
    NewsPageFactory(parent=news, title="Shared")
    NewsPageFactory(parent=member_news, title="Bodleian's")
    assert titles(client.get("/en/news/")) == ["Shared"]
    assert set(titles(client.get("/en/news/?scope=all"))) == {"Shared", "Bodleian's"}


def test_a_member_lists_its_own_alone(client, news, member_news):
    NewsPageFactory(parent=news, title="Shared")
    NewsPageFactory(parent=member_news, title="Bodleian's")
    assert titles(client.get("/en/members/bodleian/news/?scope=all")) == ["Bodleian's"]


def test_the_list_can_be_narrowed_to_a_year(client, news):
    NewsPageFactory(parent=news, title="Old", date=date(2025, 3, 1))
    NewsPageFactory(parent=news, title="New", date=date(2026, 3, 1))
    response = client.get("/en/news/?year=2025")
    assert titles(response) == ["Old"]
    assert '<option value="2025" selected>2025</option>' in response.content.decode()


@pytest.mark.parametrize(
    "query",
    ["year=1999", "year=x", "scope=none", "page=0", "page=2", "page=x", "page=", "year=%00"],
)
@pytest.mark.parametrize("address", ["/en/news/", "/en/news/feed/"])
def test_nonsense_is_not_found(client, news, query, address):
    NewsPageFactory(parent=news)
    about_feed = address.endswith("feed/") and not query.startswith("scope")
    assert client.get(f"{address}?{query}").status_code == (200 if about_feed else 404)


def test_an_empty_list_says_so(client, news):
    assert "There is no news here yet." in client.get("/en/news/").content.decode()


def test_a_long_list_has_parts(client, news):
    NewsPageFactory.create_batch(21, parent=news)
    assert len(titles(client.get("/en/news/"))) == 20
    assert len(titles(client.get("/en/news/?page=2"))) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_any_length(
    client, news, section, member_news, number, django_assert_num_queries
):
    for parent in (news, member_news):
        NewsPageFactory.create_batch(number, parent=parent, with_image=True)
    client.get("/en/news/?scope=all")
    with django_assert_num_queries(7):
        client.get("/en/news/?scope=all")


def test_welsh_lists_label_what_is_still_in_english(client, news, welsh_home, welsh):
    NewsPageFactory(parent=news, title="Only English")
    translated = NewsPageFactory(parent=news, title="In both")
    page = news.copy_for_translation(welsh)
    page.title, page.slug = "Newyddion", "newyddion"
    page.save_revision().publish()
    page = NewsPage.objects.get(pk=translated.pk).copy_for_translation(welsh)
    page.title = "Yn Gymraeg"
    page.save_revision().publish()
    response = client.get("/cy/newyddion/")
    assert set(titles(response)) == {"Only English", "Yn Gymraeg"}
    html = response.content.decode()
    assert '<h2 class="card__title" lang="en">' in html
    assert '<span class="language-tag" lang="en">English</span>' in html


def test_an_alias_leads_to_its_source(client, news, welsh_home, welsh):
    news.copy_for_translation(welsh, alias=True)
    Page.objects.filter(alias_of=news.pk).update(live=True)
    for address in ("/cy/news/", "/cy/news/feed/"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (302, "/en/news/")
