import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from alliance.base.models import Topic
from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return user


def may_keep_topics(user):
    user.user_permissions.add(*Permission.objects.filter(content_type__model="topic"))


def test_an_alliance_editor_names_a_topic_in_two_languages(client, editor, english, welsh):
    may_keep_topics(editor)
    names = [(english, "Skills", "skills"), (welsh, "Sgiliau", "sgiliau")]
    form = {"key": "skills", "texts-TOTAL_FORMS": 2, "texts-INITIAL_FORMS": 0}
    for number, (locale, name, slug) in enumerate(names):
        row = {"id": "", "locale": locale.pk, "name": name, "slug": slug, "description": ""}
        form |= {f"texts-{number}-{field}": value for field, value in row.items()}
        form[f"texts-{number}-DELETE"] = ""
    response = client.post(reverse(Topic.snippet_viewset.get_url_name("add")), form)
    assert response.status_code == 302
    topic = Topic.objects.get()
    assert topic.text_in("cy").name == "Sgiliau"
    assert topic.text_in("en").slug == "skills"


def test_the_list_shows_topics_to_an_alliance_editor(client, editor, topic):
    may_keep_topics(editor)
    text = client.get(reverse(Topic.snippet_viewset.get_url_name("list"))).content.decode()
    assert "Skills" in text


@pytest.mark.parametrize("view", ["list", "add", "edit", "delete", "history", "usage"])
def test_others_may_not(client, editor, topic, view):
    arguments = [] if view in ("list", "add") else [topic.pk]
    address = reverse(Topic.snippet_viewset.get_url_name(view), args=arguments)
    assert client.get(address).status_code in (302, 403)


def add_topic(client, locale, **text):
    row = {"id": "", "locale": locale.pk, "slug": "", "description": "", "DELETE": "", **text}
    rows = {f"texts-0-{field}": value for field, value in row.items()}
    form = {"key": "reading", "texts-TOTAL_FORMS": 1, "texts-INITIAL_FORMS": 0, **rows}
    return client.post(reverse(Topic.snippet_viewset.get_url_name("add")), form)


def test_the_address_is_made_from_the_name_if_nobody_says_another(client, editor, welsh):
    may_keep_topics(editor)
    assert add_topic(client, welsh, name="Darllen â phlant: ŵyn").status_code == 302
    assert Topic.objects.get().text_in("cy").slug == "darllen-a-phlant-wyn"


@pytest.mark.parametrize("slug", ["", "skills"])
def test_an_address_that_another_topic_has_is_refused(client, editor, topic, english, slug):
    may_keep_topics(editor)
    text = add_topic(client, english, name="Skills!", slug=slug).content.decode()
    assert "Another topic has the address “skills” in this language." in text
    assert 'value="Skills!"' in text
    assert Topic.objects.count() == 1
