"""A lead adds a feed and publishes what it brought; nobody else's is in reach."""

import pytest
from django.urls import reverse

from home.feed_import.services import import_feed
from home.models import NewsFeed, NewsPage
from members.enums import Role
from members.models import MemberHomePage
from members.services import add_membership, provision_member
from tests.factories.base import ImageFactory, UserFactory
from tests.factories.members import OrganisationFactory

from .feeds import item, rss

pytestmark = pytest.mark.django_db
DRAFTS = "/admin/feed-drafts/"


def answers(server, index, **changed):
    return {"url": server.url(), "index": index.pk, "language": "", "is_active": "on", **changed}


@pytest.fixture
def stranger(section):
    directory = section.get_parent().specific
    other = OrganisationFactory(slug="rluk", name="Research Libraries UK")
    directory.add_child(instance=MemberHomePage(title="RLUK", slug="rluk", organisation=other))
    provision_member(other, directory)
    user = UserFactory(email="stranger@example.org")
    add_membership(user, other, Role.LEAD)
    return user


def test_the_form_shows_first_what_the_feed_would_bring(as_lead, server, member_news):
    server.says(rss(item(title="A new reading room")))
    address = reverse("feeds:add")
    text = as_lead.post(address, answers(server, member_news, look="1")).content.decode()
    assert "A new reading room" in text
    assert "Bodleian blog" in text
    assert not NewsFeed.objects.exists()


def test_a_feed_that_is_kept_is_read_at_once(as_lead, server, member_news, member):
    server.says(rss(item()))
    response = as_lead.post(reverse("feeds:add"), answers(server, member_news), follow=True)
    assert "The feed is kept" in response.content.decode()
    assert NewsFeed.objects.get().organisation == member
    assert NewsPage.objects.get().title == "Story 1"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:1/", "not on the open internet"),
        ("http://169.254.169.254/", "not on the open internet"),
        ("no address", "Enter a valid URL"),
        ("", "is no feed"),
    ],
)
def test_an_address_that_is_no_feed_is_said_so(as_lead, server, member_news, url, said):
    server.says("<html>")
    sent = answers(server, member_news, **({"url": url} if url else {}))
    text = as_lead.post(reverse("feeds:add"), sent).content.decode()
    assert said in text
    assert sent["url"] in text
    assert not NewsFeed.objects.exists()


def test_a_member_has_a_feed_once(as_lead, feed, server, member_news):
    server.says(rss(item()))
    text = as_lead.post(reverse("feeds:add"), answers(server, member_news)).content.decode()
    assert "This feed is there already." in text
    assert NewsFeed.objects.count() == 1


def test_the_list_says_how_the_last_reading_went(as_lead, feed, server):
    server.says("", status=404)
    as_lead.post(reverse("feeds:fetch", args=[feed.pk]))
    text = as_lead.get(reverse("feeds:index")).content.decode()
    assert "There is nothing at this address any more." in text
    assert "Next time" in text
    server.says(rss(item()))
    text = as_lead.post(reverse("feeds:fetch", args=[feed.pk]), follow=True).content.decode()
    assert "1 new draft." in text
    assert as_lead.get(reverse("feeds:fetch", args=[feed.pk])).status_code == 405


def test_one_click_publishes(as_lead, feed, server):
    server.says(rss(item(1), item(2)))
    import_feed(feed)
    page = NewsPage.objects.get(title="Story 1")
    assert "Story 1" in as_lead.get(DRAFTS).content.decode()
    response = as_lead.post(DRAFTS, {"do": f"publish:{page.pk}"}, follow=True)
    assert "1 draft is published." in response.content.decode()
    assert list(NewsPage.objects.live().values_list("title", flat=True)) == ["Story 1"]
    assert "Story 1" not in as_lead.get(DRAFTS).content.decode()


def test_several_are_published_or_discarded_at_once(as_lead, feed, server):
    server.says(rss(*(item(number) for number in range(1, 5))))
    import_feed(feed)
    keys = list(NewsPage.objects.order_by("title").values_list("pk", flat=True))
    as_lead.post(DRAFTS, {"do": "publish", "draft": keys[:2]})
    assert NewsPage.objects.live().count() == 2
    as_lead.post(DRAFTS, {"do": "discard", "draft": keys[2:]})
    assert NewsPage.objects.count() == 2


@pytest.mark.parametrize("sent", [{}, {"do": "publish"}, {"do": "burn:1"}, {"do": "publish:x"}])
def test_nonsense_changes_nothing(as_lead, feed, server, sent):
    server.says(rss(item()))
    import_feed(feed)
    assert "Nothing was changed." in as_lead.post(DRAFTS, sent, follow=True).content.decode()
    assert NewsPage.objects.not_live().count() == 1


def test_who_may_not_publish_is_not_offered_it(client, feed, server, person):
    client.force_login(person(Role.CONTRIBUTOR))
    server.says(rss(item()))
    import_feed(feed)
    page = NewsPage.objects.get()
    assert f"publish:{page.pk}" not in client.get(DRAFTS).content.decode()
    client.post(DRAFTS, {"do": f"publish:{page.pk}"})
    assert NewsPage.objects.not_live().count() == 1


def test_what_is_not_finished_is_named_and_stays(as_lead, feed, server):
    server.says(rss(item()))
    import_feed(feed)
    page = NewsPage.objects.get()
    page.image = ImageFactory()
    page.save_revision(clean=False)
    response = as_lead.post(DRAFTS, {"do": f"publish:{page.pk}"}, follow=True)
    assert "is not finished" in response.content.decode()
    assert not NewsPage.objects.live().exists()


def test_nobody_reaches_the_feed_of_another_member(client, feed, server, stranger, member_news):
    client.force_login(stranger)
    server.says(rss(item()))
    import_feed(feed)
    page = NewsPage.objects.get()
    assert server.place not in client.get(reverse("feeds:index")).content.decode()
    for name in ("edit", "delete", "fetch"):
        address = reverse(f"feeds:{name}", args=[feed.pk])
        assert client.post(address, answers(server, member_news)).status_code in (302, 404)
    assert "Story 1" not in client.get(DRAFTS).content.decode()
    client.post(DRAFTS, {"do": f"publish:{page.pk}"})
    client.post(reverse("feeds:add"), answers(server, member_news))
    assert NewsFeed.objects.get().organisation == feed.organisation
    assert not NewsPage.objects.live().exists()


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_list_of_drafts_asks_no_more(
    as_lead, feed, server, number, django_assert_num_queries
):
    server.says(rss(*(item(n) for n in range(number))))
    import_feed(feed)
    as_lead.get(DRAFTS)
    with django_assert_num_queries(15):
        as_lead.get(DRAFTS)


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_list_of_feeds_asks_no_more(
    as_lead, feed, server, number, django_assert_num_queries
):
    for n in range(1, number):
        NewsFeed.objects.create(
            organisation=feed.organisation, index=feed.index, url=server.url(f"/{n}")
        )
    as_lead.get(reverse("feeds:index"))
    with django_assert_num_queries(15):
        as_lead.get(reverse("feeds:index"))


def test_readers_are_led_to_the_original(client, feed, server, section):
    server.says(rss(item(link="https://www.bodleian.example.org/1")))
    import_feed(feed)
    NewsPage.objects.get().get_latest_revision().publish()
    text = client.get(NewsPage.objects.get().url).content.decode()
    assert "Read it in full at bodleian.example.org" in text
    assert 'href="https://www.bodleian.example.org/1"' in text
