"""A translator chooses whom a release names, beside its translated texts."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from alliance.translation.services import appoint_translator
from home.models import NewsPage
from members.models import PressContact
from tests.factories.base import UserFactory
from tests.factories.home import NewsPageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db
ADDRESS = "/cy/newyddion/datganiad/"


def contact(organisation, locale, name):
    return PressContact.objects.create(
        organisation=organisation, locale=locale, name=name, email=f"{len(name)}@example.org"
    )


@pytest.fixture
def translator(welsh_home, welsh):
    user = UserFactory()
    appoint_translator(user, welsh)
    return user


@pytest.fixture
def submit(news, welsh_home, welsh):
    publish_translation(news, "cy", slug="newyddion")

    def submit(**fields):
        page = NewsPageFactory(parent=news, **fields)
        translate_object(page, [welsh])
        return NewsPage.objects.get(translation_key=page.translation_key, locale=welsh)

    return submit


@pytest.fixture
def release(submit):
    return submit(is_press_release=True)


@pytest.fixture
def choose(client, translator, release, django_capture_on_commit_callbacks):
    def choose(*contacts, user=translator):
        client.force_login(user)
        address = reverse("choose_press_contacts", args=[release.pk])
        answers = {"press_contacts": [contact.pk for contact in contacts]}
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(address, answers, follow=True)
        return response.content.decode()

    return choose


@pytest.fixture
def publish(client, translator, release, django_capture_on_commit_callbacks):
    def publish():
        translation = Translation.objects.get()
        for segment in translation.source.stringsegment_set.all():
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": "datganiad"},
            )
        client.force_login(translator)
        with django_capture_on_commit_callbacks(execute=True):
            client.post(
                reverse("wagtailadmin_pages:edit", args=[release.pk]), {"action": "publish"}
            )
        client.logout()

    return publish


def test_the_editor_offers_the_desks_of_its_language(
    client, translator, release, alliance, english, welsh
):
    contact(alliance, english, "Ann Jones")
    contact(alliance, welsh, "Elin Prosser")
    client.force_login(translator)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    assert "Elin Prosser" in html
    assert "Ann Jones" not in html


def test_what_was_chosen_is_published_with_the_translation(
    client, choose, publish, alliance, welsh, release
):
    elin, rhys = contact(alliance, welsh, "Elin Prosser"), contact(alliance, welsh, "Rhys Morgan")
    html = choose(rhys)
    assert "Rhys Morgan" in html
    assert client.get(ADDRESS).status_code == 404
    publish()
    assert "Rhys Morgan" in client.get(ADDRESS).content.decode()
    choose(elin)
    client.logout()
    html = client.get(ADDRESS).content.decode()
    assert "Elin Prosser" in html
    assert "Rhys Morgan" not in html
    publish()
    assert "Elin Prosser" in client.get(ADDRESS).content.decode()


def test_nobody_of_another_organisation_or_language_is_chosen(
    choose, alliance, member, english, welsh, release
):
    text = choose(contact(member, welsh, "Not ours"), contact(alliance, english, "Not Welsh"))
    assert "Nothing was changed" in text
    assert not release.press_contacts.exists()


def test_only_who_may_edit_the_translation_chooses(choose, alliance, welsh, english, release):
    stranger = UserFactory()
    appoint_translator(stranger, english)
    choose(contact(alliance, welsh, "Elin Prosser"), user=stranger)
    release.refresh_from_db()
    assert not release.press_contacts.exists()


def test_news_that_is_no_release_asks_for_no_desk(client, translator, submit, alliance, welsh):
    contact(alliance, welsh, "Elin Prosser")
    client.force_login(translator)
    address = reverse("wagtailadmin_pages:edit", args=[submit().pk])
    assert "Elin Prosser" not in client.get(address).content.decode()


def test_it_is_asked_and_answered_in_the_translators_language(
    client, translator, choose, alliance, welsh, release
):
    translator.language = "cy"
    translator.save()
    html = choose(contact(alliance, welsh, "Elin Prosser"))
    assert '<span lang="cy">Cadw’r cysylltiadau hyn</span>' in html
    assert '<span lang="cy">Cadwyd y cysylltiadau i’r wasg.</span>' in html
