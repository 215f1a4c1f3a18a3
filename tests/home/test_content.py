from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories.home import ContactPageFactory, ContentPageFactory

pytestmark = pytest.mark.django_db

LAST, NEXT = date(2026, 5, 1), date(2027, 5, 1)
BODY = [{"type": "rich_text", "value": "<p>We serve everyone.</p>"}]


def test_the_foot_says_who_looks_after_the_page(client, home):
    ContentPageFactory(parent=home, slug="privacy", content_owner="Alliance office",
                       reviewed_on="2026-05-01", review_due="2027-05-01")  # fmt: skip
    text = client.get("/en/privacy/").content.decode()
    assert "This page is looked after by Alliance office." in text
    assert '<time datetime="2026-05-01">1 May 2026</time>' in text
    assert '<time datetime="2027-05-01">1 May 2027</time>' in text


def test_a_form_says_it_too(client, home):
    ContactPageFactory(parent=home, slug="problem", purpose="problem")
    text = client.get("/en/problem/").content.decode()
    assert "This page is looked after by Alliance office." in text
    assert '<time datetime="2027-05-01">1 May 2027</time>' in text


@pytest.mark.parametrize("name", ["content_owner", "reviewed_on", "review_due"])
@pytest.mark.parametrize(
    ("factory", "purpose"), [(ContentPageFactory, "privacy"), (ContactPageFactory, "problem")]
)
def test_a_page_that_somebody_must_answer_for_has_owner_and_dates(home, factory, purpose, name):
    answers = {"content_owner": "Office", "reviewed_on": LAST, "review_due": NEXT}
    answers[name] = "" if name == "content_owner" else None
    with pytest.raises(ValidationError, match="Say who looks after"):
        factory(parent=home, purpose=purpose, **answers)


def test_the_next_review_comes_after_the_last(home):
    with pytest.raises(ValidationError, match="after the last one"):
        ContentPageFactory(parent=home, reviewed_on=NEXT, review_due=LAST)


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
