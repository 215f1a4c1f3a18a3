"""The explorer of a member's people opens at their own section."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Locale

from members.current import work_for
from members.explorer import section_to_start_from
from members.services import add_membership, provision_member
from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db
ROOT = "/admin/pages/"


def opens_at(client, **headers):
    return client.get(ROOT, headers=headers)["Location"]


def at(page):
    return reverse("wagtailadmin_explore", args=[page.pk])


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def welsh_section(editor, home, section, directory, welsh):
    for page in (home, directory):
        page.copy_for_translation(welsh)
    section.organisation.languages = ["en", "cy"]
    section.organisation.save()
    provision_member(section.organisation, directory)
    return section.get_translation(welsh)


def test_it_opens_at_the_section_and_so_does_the_menu(signed_in, section):
    assert opens_at(signed_in) == at(section)
    assert signed_in.get(ROOT, follow=True).status_code == 200
    menu = signed_in.get("/admin/").content.decode()
    assert re.search(r'PageExplorerMenuItem".*?}, (\d+)]', menu)[1] == str(section.pk)


def test_in_the_persons_language_or_else_the_source(signed_in, section, welsh_section):
    assert opens_at(signed_in, **{"accept-language": "cy"}) == at(welsh_section)
    assert opens_at(signed_in, **{"accept-language": "gd"}) == at(section)


def test_for_the_organisation_that_the_person_works_for_just_now(
    signed_in, editor, section, other_section, directory
):
    provision_member(other_section.organisation, directory)
    add_membership(editor, other_section.organisation, "editor")
    assert opens_at(signed_in) == at(section)
    work_for(editor, other_section.organisation)
    assert opens_at(signed_in) == at(other_section)


def test_staff_begin_with_the_whole_site(client, staff, section):
    client.force_login(staff)
    response = client.get(ROOT)
    assert response.status_code == 200
    assert section_to_start_from(staff, "en") is None


def test_a_contributor_begins_there_too(client, section, editor):
    user = UserFactory()
    add_membership(user, section.organisation, "contributor")
    client.force_login(user)
    assert opens_at(client) == at(section)


def test_who_may_explore_nothing_is_not_sent_in_a_circle(client, section, editor):
    editor.groups.clear()
    assert section_to_start_from(editor, "en") is None


def test_others_must_sign_in(client):
    assert client.get(ROOT)["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_for_more_languages(
    editor, section, home, directory, number, welsh, django_assert_num_queries
):
    gaelic, french = (Locale.objects.get_or_create(language_code=code)[0] for code in ("gd", "fr"))
    for locale in [welsh, gaelic, french][: number - 1]:
        for page in (home, directory, section):
            page.copy_for_translation(locale)
    with django_assert_num_queries(5):  # permissions (3), memberships, roots
        assert section_to_start_from(editor, "en") == section
