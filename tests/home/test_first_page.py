"""What a new database begins with: a home page of ours, ready to be written."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail.models import Page, Site

from alliance.base.models import BasePage
from home.models import HomePage
from home.queries import site_has_content
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory
from tests.factories.members import OrganisationFactory
from tests.factories.site import make_home

pytestmark = pytest.mark.django_db

EMPTY = "Sign in to begin"


@pytest.fixture
def first():
    return HomePage.objects.get()


@pytest.fixture
def migration():
    return import_module("home.migrations.0003_first_home_page")


def shown(client, address="/en/"):
    return client.get(address).content.decode()


def test_a_new_site_answers_and_leads_to_the_admin(client, first):
    text = shown(client)
    assert "<h1>Libraries Alliance</h1>" in text
    assert f'href="/admin/">{EMPTY}</a>' in text
    assert 'lang="en"' in text


def test_it_is_the_only_page_and_the_root_of_the_site(first):
    site = Site.objects.get()
    assert (site.root_page_id, site.is_default_site) == (first.pk, True)
    assert site.site_name == "Libraries Alliance"
    assert list(Page.objects.filter(depth__gt=1)) == [first.page_ptr]
    assert Page.find_problems() == ([], [], [], [], [])


def test_once_edited_it_shows_what_the_editor_wrote(client, first):
    first.summary = "For everyone."
    first.save_revision().publish()
    text = shown(client)
    assert "For everyone." in text
    assert EMPTY not in text


def test_a_preview_of_the_first_words_shows_them_alone(first):
    first.mission = "<p>For everyone.</p>"
    text = first.make_preview_request().rendered_content
    assert "For everyone." in text
    assert EMPTY not in text


def test_an_editor_can_edit_it(client, first):
    client.force_login(UserFactory(superuser=True))
    assert client.get(f"/admin/pages/{first.pk}/edit/").status_code == 200


def test_it_does_not_count_as_content_until_someone_has_worked_on_the_site(first):
    assert not site_has_content()


@pytest.mark.parametrize(
    "work",
    [
        lambda first: first.save_revision(),
        lambda first: ContentPageFactory(parent=first),
        lambda first: OrganisationFactory(),
    ],
    ids=["a draft", "a page", "an organisation"],
)
def test_whatever_someone_has_done_counts(first, work):
    work(first)
    assert site_has_content()


def test_a_site_that_has_pages_of_ours_is_left_as_it_is(migration, first):
    """An older database, where the welcome page was never deleted."""
    home = make_home()
    welcome = Page(title="Welcome", slug="welcome", locale=home.locale)
    Page.get_first_root_node().add_child(instance=welcome)
    migration.make_first_home_page(apps, None)
    assert list(BasePage.objects.all()) == [home.basepage_ptr]
    assert Site.objects.get(is_default_site=True).root_page_id == home.pk


def test_a_site_without_wagtails_welcome_page_is_left_as_it_is(migration, first):
    first.delete()
    migration.make_first_home_page(apps, None)
    assert not Page.objects.filter(depth__gt=1).exists()
