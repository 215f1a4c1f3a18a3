import pytest

from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db

BODY = [{"type": "rich_text", "value": "<p>We serve everyone.</p>"}]


def test_the_foot_says_who_looks_after_the_page(client, home):
    ContentPageFactory(parent=home, slug="privacy", content_owner="Alliance office",
                       reviewed_on="2026-05-01", review_due="2027-05-01")  # fmt: skip
    text = client.get("/en/privacy/").content.decode()
    assert "This page is looked after by Alliance office." in text
    assert '<time datetime="2026-05-01">1 May 2026</time>' in text
    assert '<time datetime="2027-05-01">1 May 2027</time>' in text


def test_a_page_without_an_owner_has_no_such_foot(client, home):
    ContentPageFactory(parent=home, slug="about")
    assert "looked after" not in client.get("/en/about/").content.decode()


def test_topics_lead_to_their_pages_in_the_pages_language(client, home, topic_index, topic):
    page = ContentPageFactory(parent=home, slug="about")
    page.topics.add(topic)
    page.save()
    assert '<a href="/en/topics/skills/">Skills</a>' in client.get("/en/about/").content.decode()


def test_a_deep_page_needs_few_queries(client, home, django_assert_num_queries):
    page = home
    for depth in range(4):
        page = ContentPageFactory(parent=page, slug=f"level-{depth}", body=BODY)
    address = page.get_url()
    client.get(address)
    with django_assert_num_queries(3):
        client.get(address)


def test_a_page_takes_no_form(client, home):
    ContentPageFactory(parent=home, slug="about")
    assert client.post("/en/about/").status_code == 405
