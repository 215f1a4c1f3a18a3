"""The admin is in English, and in it our own words are in the language of whoever works there."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from alliance.base.own_words.marks import SIGN
from home.models import ResourceIndexPage, ResourcePage
from tests.factories.base import UserFactory
from tests.factories.home import ResourceIndexPageFactory, ResourcePageFactory

pytestmark = pytest.mark.django_db

EDIT = {
    "cy": ["Cynulleidfa", "Ar gyfer pwy y mae.", "Sut i’w gael", "Adnodd"],
    "gd": ["Luchd-amais", "Cò dha a tha e.", "Mar a gheibhear e", "Goireas"],
}
CHOICE = {"cy": "Pecyn cymorth", "gd": "Pasgan-taice"}
ADD = {
    "cy": ["Rhaglen", "Gwaith a wneir gyda phartneriaid, am gyfnod, ag arian rhywun."],
    "gd": ["Prògram", "Obair a nithear còmhla ri com-pàirtichean, rè ùine, le airgead cuideigin."],
}
FORM = {"title": "Guide", "slug": "guide", "resource_kind": "guide", "body": streamfield([])}


@pytest.fixture
def resource(home):
    return ResourcePageFactory(parent=ResourceIndexPageFactory(parent=home))


@pytest.fixture(params=["cy", "gd"])
def language(request):
    return request.param


@pytest.fixture
def see(client, language):
    """What somebody sees who works in the language."""
    client.force_login(UserFactory(superuser=True, language=language))

    def shown(name, *args):
        text = client.get(reverse(name, args=args)).content.decode()
        assert SIGN not in text
        assert '<html lang="en"' in text
        return text

    return shown


def test_fields_help_headings_and_kinds_are_in_the_own_language(see, language, resource):
    text = see("wagtailadmin_pages:edit", resource.pk)
    for words in EDIT[language]:
        assert f'<span lang="{language}">{words}</span>' in text
    assert f'<option lang="{language}" value="toolkit"' in text
    assert f">{CHOICE[language]}</option>" in text


def test_wagtails_words_are_in_english(see, resource):
    text = see("wagtailadmin_pages:edit", resource.pk)
    assert "Save draft" in text
    assert re.search(r">\s*Slug", text)
    assert "The page title as you&#x27;d like it to be seen by the public" in text


def test_kinds_of_page_are_offered_in_the_own_language(see, language, resource):
    text = see("wagtailadmin_pages:add_subpage", resource.get_parent().get_parent().pk)
    for words in ADD[language]:
        assert f'<span lang="{language}">{words}</span>' in text
    assert "Choose which type of page you'd like to create." in text


def test_lists_name_the_kind_of_page_in_the_own_language(see, language, resource):
    text = see("wagtailadmin_explore", resource.get_parent().pk)
    assert f'<span lang="{language}">{EDIT[language][3]}</span>' in text


def test_a_page_that_needs_no_translation_is_as_it_was(client, resource):
    client.force_login(UserFactory(superuser=True))
    text = client.get(reverse("wagtailadmin_pages:edit", args=[resource.pk])).content.decode()
    assert "For whom it is meant." in text
    assert '<span lang="' not in text
    assert 'id="own-words"' not in text


def test_without_a_choice_it_is_what_the_browser_prefers(client, resource):
    client.force_login(UserFactory(superuser=True))
    address = reverse("wagtailadmin_pages:edit", args=[resource.pk])
    text = client.get(address, headers={"accept-language": "gd, en;q=0.5"}).content.decode()
    assert '<span lang="gd">Luchd-amais</span>' in text


def test_a_choice_goes_before_the_browser(see, client, language, resource):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    assert f'<span lang="{language}">' in see("wagtailadmin_pages:edit", resource.pk)


def test_what_is_kept_or_sent_from_a_welsh_screen_is_not_in_welsh(client, resource, home):
    client.force_login(UserFactory(superuser=True, language="cy"))
    index = ResourceIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["home", "resourcepage", index.pk])
    data = nested_form_data(
        {**FORM, "comments": inline_formset([]), "summary": "S", "action-publish": "Publish"}
    )
    response = client.post(address, data, follow=True)
    page = ResourcePage.objects.get(slug="guide")
    assert response.status_code == 200
    assert SIGN not in response.content.decode()
    assert SIGN not in str(page.latest_revision.content)
    assert SIGN not in "".join(message.body + message.subject for message in mail.outbox)
    public = client.get(page.url).content.decode()
    assert '<html lang="en"' in public
    assert SIGN not in public


def test_a_preview_is_what_readers_will_see(client, resource):
    client.force_login(UserFactory(superuser=True, language="cy"))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[resource.pk])
    data = nested_form_data({**FORM, "comments": inline_formset([]), "resource_kind": "toolkit"})
    assert client.post(address, data).json()["is_valid"]
    text = client.get(address).content.decode()
    assert "Toolkit" in text
    assert CHOICE["cy"] not in text
    assert SIGN not in text
