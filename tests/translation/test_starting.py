"""Who may ask for a translation, of what and into which language."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from alliance.translation.services import appoint_translator
from members.enums import Role
from members.services import add_membership, provision_member
from tests.factories.base import UserFactory
from tests.factories.home import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.factories.members import MemberIndexPageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def submit(client):
    def submit(user, page, locale, **answers):
        client.force_login(user)
        address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        response = client.post(address, {"locales": [locale.pk], **answers})
        client.logout()
        return response

    return submit


@pytest.fixture
def member_editor(home):
    """An editor of a member, whom somebody gave leave to translate at all."""
    organisation = OrganisationFactory()
    provision_member(organisation, MemberIndexPageFactory(parent=home, slug="members"))
    user = UserFactory()
    add_membership(user, organisation, Role.EDITOR)
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    return user


@pytest.fixture
def section(home):
    return ContentPageFactory(parent=home, title="About", slug="about")


@pytest.fixture
def deep_page(home, section):
    return ContentPageFactory(parent=section, title="Hours", slug="hours")


def test_staff_start_any_page_in_any_language(client, submit, staff, page, welsh, welsh_home):
    submit(staff, page, welsh)
    assert not page.get_translation(welsh).live


def test_translators_start_what_is_public_in_their_own_language(submit, translator, page, welsh):
    response = submit(translator, page, welsh)
    started = page.get_translation(welsh)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[started.pk])
    assert not started.live


def test_translators_start_in_no_other_language(submit, translator, page):
    gaelic = Locale.objects.create(language_code="gd")
    assert submit(translator, page, gaelic).status_code == 200
    assert not page.has_translation(gaelic)


def test_translators_neither_see_nor_start_what_is_not_public(
    client, submit, translator, page, welsh
):
    page.unpublish()
    response = submit(translator, page, welsh)
    assert response.url == reverse("wagtailadmin_home")
    assert not page.has_translation(welsh)


def test_a_member_starts_no_page_of_another(submit, member_editor, page, welsh, welsh_home):
    assert submit(member_editor, page, welsh).url == reverse("wagtailadmin_home")
    assert not page.has_translation(welsh)


def test_a_member_hands_on_nothing_of_another(client, member_editor, page, translation):
    page.summary = "When and where we are open."
    page.save()
    client.force_login(member_editor)
    source = TranslationSource.objects.get()
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert client.get(address).url == reverse("wagtailadmin_home")
    assert client.post(address).url == reverse("wagtailadmin_home")
    assert translation.source.stringsegment_set.filter(string__data__contains="where").count() == 0


def test_ancestors_that_are_missing_lead_to_their_source(
    client, submit, translator, section, deep_page, welsh
):
    submit(translator, deep_page, welsh)
    assert section.get_translation(welsh).alias_of_id == section.pk
    response = client.get("/cy/about/")
    assert (response.status_code, response.url) == (302, "/en/about/")
    menu = client.get("/cy/").content.decode()
    assert "/cy/about/" not in menu
    assert "/cy/about/" not in client.get("/sitemap.xml").content.decode()
    assert not any(Page.find_problems())


def test_a_page_that_only_repeats_another_is_translated_when_somebody_asks(
    client, submit, translator, section, deep_page, welsh
):
    submit(translator, deep_page, welsh)
    submit(translator, section, welsh)
    assert section.get_translation(welsh).alias_of_id is None
    assert client.get("/cy/about/").status_code == 404


def test_an_alias_is_not_made_a_page_in_the_words_of_its_source(
    client, submit, translator, section, deep_page, welsh
):
    submit(translator, deep_page, welsh)
    alias = section.get_translation(welsh)
    client.force_login(translator)
    client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    client.logout()
    assert client.get("/cy/about/").url == "/en/about/"


def test_one_page_is_started_and_not_what_is_below_it(
    client, submit, staff, home, welsh, welsh_home
):
    """What wagtail-localize starts below a page it counts wrongly (upstream 773)."""
    news = NewsIndexPageFactory(parent=home, slug="news")
    story = NewsPageFactory(parent=news, slug="story")
    client.force_login(staff)
    address = reverse("wagtail_localize:submit_page_translation", args=[news.pk])
    assert "Include subtree" not in client.get(address).content.decode()
    submit(staff, news, welsh, include_subtree="on")
    assert news.has_translation(welsh)
    assert not story.has_translation(welsh)
    assert not any(Page.find_problems())


def test_the_way_to_the_form_is_shown_where_a_page_waits_for_its_translator(
    client, submit, translator, section, deep_page, welsh
):
    submit(translator, deep_page, welsh)
    client.force_login(translator)
    address = reverse("wagtailadmin_pages:edit", args=[section.get_translation(welsh).pk])
    form = reverse("wagtail_localize:submit_page_translation", args=[section.pk])
    assert form in client.get(address).content.decode()
    assert client.get(form).status_code == 200


def test_a_translator_of_two_languages_starts_in_both(client, translator, page, welsh, home):
    from tests.factories.site import publish_translation

    publish_translation(home, "gd")
    appoint_translator(translator, Locale.objects.get(language_code="gd"))
    client.force_login(translator)
    form = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    text = client.get(form).content.decode()
    assert "Welsh" in text
    assert "Scottish Gaelic" in text


def listed(client, user):
    client.force_login(user)
    text = client.get(reverse("wagtail_localize:translations_report")).content.decode()
    client.logout()
    return text


def test_each_person_sees_the_translations_that_they_may_work_on(
    client, staff, translator, member_editor, translation
):
    gaelic = UserFactory()
    appoint_translator(gaelic, Locale.objects.create(language_code="gd"))
    assert "Opening hours" in listed(client, staff)
    assert "Opening hours" in listed(client, translator)
    assert "Opening hours" not in listed(client, gaelic)
    assert "Opening hours" not in listed(client, member_editor)
