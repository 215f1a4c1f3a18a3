"""A page that is not for everyone lets in those for whom it is."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home):
    return ContentPageFactory(parent=home, slug="minutes", title="Minutes")


def restrict(page, kind, **fields):
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)


def test_the_right_password_opens_the_page(client, page):
    restriction = restrict(page, "password", password="quiet please")
    form = client.get("/en/minutes/").content.decode()
    address = f"/en/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    assert f'action="{address}"' in form
    wrong = client.post(address, {"password": "loud", "return_url": "/en/minutes/"})
    assert wrong.status_code == 200
    right = client.post(address, {"password": "quiet please", "return_url": "/en/minutes/"})
    assert right.url == "/en/minutes/"
    opened = client.get("/en/minutes/")
    assert "<h1>Minutes</h1>" in opened.content.decode()
    assert "private" in opened.headers["Cache-Control"]


@pytest.mark.parametrize("kind", ["login", "groups"])
def test_who_is_not_signed_in_is_asked_to(client, page, kind):
    restriction = restrict(page, kind)
    user = UserFactory()
    group = Group.objects.create(name="readers")
    restriction.groups.add(group)
    user.groups.add(group)
    asked = client.get("/en/minutes/")
    assert asked.status_code == 302
    assert client.get(asked.url).status_code == 200
    client.force_login(user)
    assert client.get("/en/minutes/").status_code == 200


def test_the_form_for_a_password_tells_nothing_of_the_page(client, home):
    page = ContentPageFactory(
        parent=home, slug="plans", title="Secret plans", summary="We close", seo_title="Hush"
    )
    restrict(page, "password", password="quiet please")
    response = client.get("/en/plans/")
    text = response.content.decode()
    assert "noindex" in text
    assert not [words for words in ("Secret plans", "We close", "Hush") if words in text]
    assert "private" in response["Cache-Control"]
    assert 'aria-current="true"' in text
    assert "(this page:" not in text
