"""A small site in three languages, which the tests of the search fill with pages."""

import pytest
from wagtail.models import Locale

from alliance.base.models import BasePage
from home.models import ContentPage
from members.models import MemberHomePage, MemberIndexPage, Organisation, OrganisationText
from tests.factories.site import publish_translation


@pytest.fixture
def roots(home):
    """The home page of each language."""
    return {"en": home, **{code: publish_translation(home, code) for code in ("cy", "gd")}}


@pytest.fixture
def make_page(roots):
    def make(title, parent=None, language="en", text="", page_type=ContentPage, **fields):
        parent = BasePage.objects.get(pk=(parent or roots[language]).pk)
        fields.setdefault("slug", f"page-{BasePage.objects.count()}")
        if text:
            fields["body"] = [("rich_text", f"<p>{text}</p>")]
        page = page_type(title=title, locale=parent.locale, **fields)
        return parent.add_child(instance=page)

    return make


@pytest.fixture
def make_section(make_page):
    """A member's section, with the member's name in each language given."""

    def make(slug, language="en", **names):
        organisation = Organisation.objects.create(slug=slug, kinds=["public"])
        for code, name in (names or {"en": slug.title()}).items():
            locale = Locale.objects.get(language_code=code)
            OrganisationText.objects.create(organisation=organisation, locale=locale, name=name)
        directory = MemberIndexPage.objects.filter(locale__language_code=language).first()
        directory = directory or make_page("Members", page_type=MemberIndexPage, language=language)
        return make_page(
            "Welcome",
            parent=directory,
            page_type=MemberHomePage,
            slug=slug,
            organisation=organisation,
        )

    return make
