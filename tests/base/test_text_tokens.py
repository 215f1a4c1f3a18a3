"""Numbers that a text takes from the lists themselves."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.rich_text import get_rich_text_editor_widget

from alliance.base import text_tokens
from alliance.base.rich_text import SHORT_TEXT_FEATURES
from alliance.base.text_tokens import TextToken
from search.extraction import searchable_texts
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory
from tests.factories.members import (
    MemberHomePageFactory,
    MemberIndexPageFactory,
    OrganisationFactory,
)
from tests.factories.site import publish_translation


def token(name):
    return f'<a linktype="token" token="{name}">{{{name}}}</a>'


def body(html):
    return json.dumps([{"type": "rich_text", "value": html, "id": "a"}])


@pytest.fixture
def directory(home):
    return MemberIndexPageFactory(parent=home)


@pytest.fixture
def page(home, directory):
    text = f"<p>We are {token('members')} libraries.</p>"
    return ContentPageFactory(parent=home, slug="about", body=body(text))


def add_member(directory):
    return MemberHomePageFactory(parent=directory)


def shown(client, address="/en/about/"):
    return client.get(address).content.decode()


def test_a_text_says_how_many_members_there_are_now(client, page, directory):
    assert "We are 0 libraries." in shown(client)
    member = add_member(directory)
    add_member(directory)
    assert "We are 2 libraries." in shown(client)
    member.unpublish()
    assert "We are 1 libraries." in shown(client)


def test_a_programme_with_a_section_is_neither_member_nor_partner(client, home, directory):
    text = f"<p>{token('members')} and {token('partners')}</p>"
    ContentPageFactory(parent=home, slug="about", body=body(text))
    add_member(directory)
    programme = OrganisationFactory(is_programme=True, is_member=False)
    MemberHomePageFactory(parent=directory, organisation=programme)
    assert "<p>1 and 0</p>" in shown(client)


def test_partners_are_the_others_but_for_who_gives_money_alone(client, home):
    ContentPageFactory(parent=home, slug="about", body=body(f"<p>With {token('partners')}.</p>"))
    assert "With 0." in shown(client)
    OrganisationFactory(is_member=False, kinds=["research", "funder"])
    OrganisationFactory(is_member=False, kinds=["funder"])
    OrganisationFactory()
    assert "With 1." in shown(client)


@pytest.fixture
def thousands(monkeypatch):
    """A number that every language groups in its own way."""
    found = {"members": TextToken("members", "Members", lambda tree, locale: 1234)}
    monkeypatch.setattr(text_tokens, "text_tokens", lambda: found)


@pytest.mark.parametrize("code", ["cy", "gd"])
def test_a_number_is_written_as_its_language_does(client, page, home, thousands, code):
    publish_translation(home, code)
    publish_translation(page, code, slug="about")
    assert "We are 1,234 libraries." in shown(client)
    assert "We are 1,234 libraries." in shown(client, f"/{code}/about/")


@pytest.mark.parametrize("number", [1, 3])
def test_many_numbers_cost_no_more_than_one(client, home, directory, number):
    text = f"<p>{token('members')}</p>" * number
    ContentPageFactory(parent=home, slug="about", body=body(text))
    ContentPageFactory(parent=home, slug="plain", body=body("<p>None.</p>"))
    shown(client, "/en/plain/")  # what every page needs is held from now on
    with CaptureQueriesContext(
        connection,
    ) as plain:
        shown(client, "/en/plain/")
    with CaptureQueriesContext(connection) as first:
        shown(client)
    with CaptureQueriesContext(connection) as again:
        shown(client)
    assert len(first) - len(plain) == 1
    assert len(again) - len(plain) == 0


@pytest.mark.parametrize("inside", ["{gone}", "<b>{gone}</b>", ""])
def test_a_number_that_nobody_counts_any_more_leaves_nothing(client, home, inside):
    text = f'<p>We are <a linktype="token" token="gone">{inside}</a>here.</p>'
    ContentPageFactory(parent=home, slug="about", body=body(text))
    assert "<p>We are here.</p>" in shown(client)


def widget():
    return get_rich_text_editor_widget("default", features=SHORT_TEXT_FEATURES)


@pytest.mark.parametrize("name", ["members", "gone"])
def test_the_editor_gives_back_what_it_was_given(db, name):
    state = widget().format_value(f'<p data-block-key="a">We are {token(name)} here.</p>')
    stored = widget().value_from_datadict({"text": state}, {}, "text")
    assert stored == f'<p data-block-key="a">We are {token(name)} here.</p>'


def test_the_editor_names_what_is_counted(db):
    state = json.loads(widget().format_value(f"<p>We are {token('members')} here.</p>"))
    assert state["blocks"][0]["text"] == "We are Number of members here."
    assert state["entityMap"]["0"]["mutability"] == "IMMUTABLE"


def test_a_made_up_name_is_plain_text(db):
    state = widget().format_value(f"<p>We are {token('members')} here.</p>")
    typed = state.replace('"token": "members"', '"token": "\\"><script>"')
    assert widget().value_from_datadict({"text": typed}, {}, "text").count("<script>") == 0
    assert "linktype" not in widget().value_from_datadict({"text": typed}, {}, "text")


def test_the_editor_offers_each_with_its_present_number(client, page, directory):
    add_member(directory)
    client.force_login(UserFactory(is_superuser=True))
    text = shown(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    data = json.loads(text.split('id="text-tokens" type="application/json">')[1].split("<")[0])
    offered = {one["name"]: (one["label"], one["value"]) for one in data["tokens"]}
    assert offered["members"] == ("Number of members", "1")
    assert {"partners", "pledges", "pledges_kept", "milestones_done"} < set(offered)


def test_the_search_leaves_the_number_out(page):
    texts = " ".join(text for weight, text in searchable_texts(page))
    assert "We are" in texts
    assert not {"{", "members", "token"} & set(texts.replace("}", " ").split())
    assert "{" not in texts
