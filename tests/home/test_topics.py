from datetime import timedelta

import pytest
from defusedxml import ElementTree
from django.utils import timezone

from tests.factories.home import ContentPageFactory, ReportPageFactory, ResourcePageFactory

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def about(topic, page):
    page.topics.add(topic)
    page.save()
    return page


@pytest.fixture
def report(reports, topic):
    return about(topic, ReportPageFactory(parent=reports, title="A map of skills"))


def test_the_list_names_every_topic(client, topic_index, topic):
    text = client.get("/en/topics/").content.decode()
    assert '<a href="/en/topics/skills/">Skills</a>' in text
    assert "Learning for library people." in text


def test_a_topic_gathers_all_that_is_about_it(client, home, topic_index, report, topic):
    about(topic, ContentPageFactory(parent=home, title="Train with us"))
    ContentPageFactory(parent=home, title="Something else")
    text = client.get("/en/topics/skills/").content.decode()
    assert "<h1>Skills</h1>" in text
    assert "A map of skills" in text
    assert "Train with us" in text
    assert "Something else" not in text
    assert '<li><a href="/en/topics/">Topics</a></li>' in text
    assert '<link rel="canonical" href="http://testserver/en/topics/skills/">' in text


@pytest.mark.parametrize("count", [1, 3])
def test_a_topics_page_needs_the_same_queries_at_any_length(
    client, reports, topic_index, topic, django_assert_num_queries, count
):
    for page in ReportPageFactory.create_batch(count, parent=reports, with_image=True):
        about(topic, page)
    client.get("/en/topics/skills/")
    with django_assert_num_queries(7):
        response = client.get("/en/topics/skills/")
    assert response.content.decode().count("<article") == count


@pytest.mark.parametrize(
    "address", ["nonsense/", "nonsense/feed/", "skills/more/", "skills/?page=4"]
)
def test_what_there_is_not_is_not_found(client, topic_index, topic, address):
    assert client.get(f"/en/topics/{address}").status_code == 404


def test_the_feed_holds_the_topics_pages(client, topic_index, report):
    response = client.get("/en/topics/skills/feed/")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)
    assert feed.findtext("a:title", namespaces=ATOM) == "Skills · Libraries Alliance"
    assert [e.findtext("a:title", namespaces=ATOM) for e in feed.findall("a:entry", ATOM)] == [
        "A map of skills"
    ]


def test_an_expired_resource_leaves_its_topic(client, resources, topic_index, topic):
    yesterday = timezone.localdate() - timedelta(days=1)
    about(topic, ResourcePageFactory(parent=resources, title="Old post", expires_on=yesterday))
    assert "Old post" not in client.get("/en/topics/skills/").content.decode()


def test_each_language_has_its_own_address_for_a_topic(
    client, welsh_home, welsh, topic_index, topic, report
):
    topic.texts.create(locale=welsh, name="Sgiliau", slug="sgiliau")
    topic.save()
    index = topic_index.copy_for_translation(welsh)
    index.slug = "pynciau"
    index.save_revision().publish()
    text = client.get("/cy/pynciau/sgiliau/").content.decode()
    assert "<h1>Sgiliau</h1>" in text
    assert 'href="/en/topics/skills/"' in text
    assert "A map of skills" in text
    assert client.get("/cy/pynciau/skills/").status_code == 404
    assert (
        'hreflang="cy" href="http://testserver/cy/pynciau/sgiliau/"'
        in client.get("/en/topics/skills/").content.decode()
    )


def test_a_topic_without_a_welsh_name_keeps_its_english_one(
    client, welsh_home, welsh, topic_index, topic
):
    topic_index.copy_for_translation(welsh).save_revision().publish()
    text = client.get("/cy/topics/skills/").content.decode()
    assert '<header class="page-header page-header--plain" lang="en">' in text
