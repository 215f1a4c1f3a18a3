from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.home import ResourcePageFactory

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_at_any_length(
    client, resources, django_assert_num_queries, count
):
    ResourcePageFactory.create_batch(count, parent=resources, with_image=True)
    client.get("/en/resources/")
    with django_assert_num_queries(5):
        response = client.get("/en/resources/")
    assert response.content.decode().count("<article") == count


def test_the_list_filters_by_kind(client, resources):
    ResourcePageFactory(parent=resources, title="A guide", resource_kind="guide")
    ResourcePageFactory(parent=resources, title="A post", resource_kind="job")
    text = client.get("/en/resources/?kind=job").content.decode()
    assert "A post" in text
    assert "A guide" not in text


def test_a_list_does_not_show_when_a_resource_was_published(client, resources):
    ResourcePageFactory(parent=resources)
    assert "<time" not in client.get("/en/resources/").content.decode()


@pytest.mark.parametrize("query", ["kind=nonsense", "page=9", "kind=job&page=2"])
def test_what_there_is_not_is_not_found(client, resources, query):
    assert client.get(f"/en/resources/?{query}").status_code == 404


def test_an_expired_resource_is_in_no_list_and_its_page_says_so(client, resources):
    yesterday = TODAY - timedelta(days=1)
    ResourcePageFactory(
        parent=resources, title="Old post", slug="old", expires_on=yesterday,
        link="https://example.org/apply",
    )  # fmt: skip
    ResourcePageFactory(parent=resources, title="Last day", expires_on=TODAY)
    text = client.get("/en/resources/").content.decode()
    assert "Last day" in text
    assert "Old post" not in text
    text = client.get("/en/resources/old/").content.decode()
    assert "This offer has ended." in text
    assert "https://example.org/apply" not in text


def test_a_resource_says_for_whom_it_is_and_where_to_get_it(client, resources):
    ResourcePageFactory(
        parent=resources, slug="toolkit", resource_kind="toolkit", audience="Friends’ groups",
        link="https://example.org/toolkit",
    )  # fmt: skip
    text = client.get("/en/resources/toolkit/").content.decode()
    assert "Friends’ groups" in text
    assert "Toolkit" in text
    assert 'href="https://example.org/toolkit"' in text
