from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Revision

from alliance.base.models import BasePage
from tests.factories.home import ContentPageFactory
from tests.factories.members import OrganisationFactory
from tests.factories.site import publish_translation


def organisation_of(page):
    return BasePage.objects.get(pk=page.pk).organisation


@pytest.fixture
def page(section):
    return ContentPageFactory(parent=section, slug="about")


@pytest.fixture
def shared(home):
    return ContentPageFactory(parent=home, slug="shared")


def test_a_new_page_belongs_to_its_section(page, section, shared):
    assert organisation_of(page) == section.organisation
    assert organisation_of(shared) is None


def test_a_copied_page_belongs_where_it_is_copied_to(page, section, other_section, shared):
    for target, owner in ((other_section, other_section.organisation), (shared, None)):
        target.refresh_from_db()
        assert organisation_of(page.copy(to=target)) == owner


def test_what_is_below_is_copied_along(section, page, other_section):
    ContentPageFactory(parent=page, slug="below")
    other_section.refresh_from_db()
    copy = page.copy(to=other_section, recursive=True)
    below = copy.get_children().get()
    assert organisation_of(below) == other_section.organisation


def test_a_moved_page_takes_all_below_along(page, section, other_section, shared):
    below = ContentPageFactory(parent=page, slug="below")
    for target, owner in ((other_section, other_section.organisation), (shared, None)):
        target.refresh_from_db()
        page.refresh_from_db()
        page.move(target, pos="last-child")
        assert organisation_of(page) == owner
        assert organisation_of(below) == owner


def test_a_translation_belongs_to_the_same_organisation(section, page, directory):
    for translated in (directory.get_parent(), directory, section):
        publish_translation(translated, "cy")
    assert organisation_of(publish_translation(page, "cy")) == section.organisation


def test_publishing_an_old_draft_does_not_bring_the_old_section_back(page, section, other_section):
    page.title = "Draft"
    revision = page.save_revision()
    other_section.refresh_from_db()
    page.move(other_section, pos="last-child")
    Revision.objects.get(pk=revision.pk).publish()
    assert organisation_of(page) == other_section.organisation


def test_the_command_is_content_with_a_tree_in_order(page, shared, section):
    out = StringIO()
    call_command("check_organisations", stdout=out)
    assert out.getvalue() == "Every page carries the organisation of its section.\n"


def test_the_command_names_each_page_that_is_wrong(page, shared, section):
    other = OrganisationFactory(slug="rluk")
    BasePage.objects.filter(pk=page.pk).update(organisation=other)
    BasePage.objects.filter(pk=shared.pk).update(organisation=other)
    out = StringIO()
    with pytest.raises(CommandError, match="2 pages carry another"):
        call_command("check_organisations", stdout=out)
    assert sorted(out.getvalue().splitlines()) == [
        "/home/members/bodleian/about/: carries rluk, belongs to bodleian",
        "/home/shared/: carries rluk, belongs to the alliance",
    ]
