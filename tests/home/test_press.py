"""Press releases: points, quotes, notes, contacts, about, and pictures to take away."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file_jpeg
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import NewsPage
from home.press_form import NewsPageForm
from members.models import PressContact
from tests.factories.base import ImageFactory, UserFactory
from tests.factories.home import NewsPageFactory

pytestmark = pytest.mark.django_db


def contact(organisation, locale, name, **fields):
    fields = {"email": "press@example.org", "phone": "020 7946 0101", **fields}
    return PressContact.objects.create(
        organisation=organisation, locale=locale, name=name, **fields
    )


@pytest.fixture
def desk(alliance, english):
    return contact(alliance, english, "Elin Prosser", role="Press officer")


@pytest.fixture
def release(news):
    return NewsPageFactory(
        parent=news,
        slug="release",
        is_press_release=True,
        key_points=[("point", "Nine bodies found an alliance.")],
        quotes=[("quote", {"text": "One plan.", "speaker": "Ann Jones", "role": "Director"})],
        notes_to_editors="<p>The Act was last replaced in 1964.</p>",
    )


def test_a_release_shows_all_its_parts(client, release, desk, alliance, english):
    night = contact(alliance, english, "On call", phone="07700 900101", out_of_hours=True)
    release.press_contacts = [desk, night]
    release.show_about = True
    release.save()
    html = client.get("/en/news/release/").content.decode()
    assert "<li>Nine bodies found an alliance.</li>" in html
    assert "One plan." in html
    assert "Director" in html
    assert "<p>The Act was last replaced in 1964.</p>" in html
    assert html.index("In office hours") < html.index("Elin Prosser") < html.index("Out of hours")
    assert '<a href="tel:07700900101">07700 900101</a>' in html
    assert '<h2 id="about">About The Libraries Alliance</h2>' in html
    assert "<p>We are a partnership.</p>" in html


def test_news_that_is_no_release_shows_no_desk(client, news, desk):
    page = NewsPageFactory(parent=news, slug="story")
    page.press_contacts = [desk]
    page.save()
    assert "Elin Prosser" not in client.get("/en/news/story/").content.decode()


def test_about_is_in_the_pages_language_or_says_in_which(
    client, release, alliance, welsh, welsh_home, news
):
    news.copy_for_translation(welsh).save_revision().publish()
    page = NewsPage.objects.get(pk=release.pk).copy_for_translation(welsh)
    page.show_about = True
    page.save_revision().publish()
    html = client.get("/cy/news/release/").content.decode()
    assert '<section aria-labelledby="about" lang="en">' in html
    alliance.texts.create(locale=welsh, name="Cynghrair", about="Partneriaeth ydym ni.")
    alliance.save()
    html = client.get("/cy/news/release/").content.decode()
    assert '<section aria-labelledby="about">' in html
    assert "Partneriaeth ydym ni." in html


def test_the_form_offers_the_organisations_own_contacts_in_the_language(
    desk, member, english, welsh, news, member_news
):
    theirs = contact(member, english, "Bodleian desk", out_of_hours=True)
    contact(member, welsh, "Desg y Bodleian")
    form_class = NewsPage.get_edit_handler().bind_to_model(NewsPage).get_form_class()
    assert issubclass(form_class, NewsPageForm)
    for parent, expected in ((news, desk), (member_news, theirs)):
        page = NewsPage(locale=english)
        form = form_class(instance=page, parent_page=parent, for_user=UserFactory(superuser=True))
        assert list(form.fields["press_contacts"].queryset) == [expected]
    assert "Bodleian desk, out of hours" in str(form["press_contacts"])


def test_a_members_editor_names_the_own_desk_on_a_new_release(client, member, english, member_news):
    theirs = contact(member, english, "Bodleian desk")
    client.force_login(UserFactory(superuser=True))
    where = ["home", "newspage", member_news.pk]
    form = nested_form_data(
        {
            "title": "A find",
            "slug": "a-find",
            "date": "2026-08-05",
            "is_press_release": "on",
            "press_contacts": str(theirs.pk),
            "notes_to_editors": rich_text(""),
            "body": streamfield([]),
            "key_points": streamfield([]),
            "quotes": streamfield([]),
            "comments": inline_formset([]),
        }
    )
    preview = reverse("wagtailadmin_pages:preview_on_add", args=where)
    assert client.post(preview, form).json()["is_valid"]
    assert "Bodleian desk" in client.get(preview).content.decode()
    add = reverse("wagtailadmin_pages:add", args=where)
    client.post(add, {**form, "action-publish": "1"})
    client.logout()
    address = f"{member_news.get_url()}a-find/"
    assert "Bodleian desk" in client.get(address).content.decode()


@pytest.mark.parametrize("fault", ["another organisation's", "another language's"])
def test_anothers_contact_is_refused(release, member, alliance, english, welsh, fault):
    owner, locale = (member, english) if fault.endswith("organisation's") else (alliance, welsh)
    release.press_contacts = [contact(owner, locale, "Other desk")]
    with pytest.raises(ValidationError, match="your own organisation"):
        release.save_revision()


def test_a_translation_names_the_same_desk_as_its_language_does(
    release, desk, alliance, welsh, welsh_home, news
):
    in_welsh = contact(alliance, welsh, "Elin Prosser", role="Swyddog y wasg")
    contact(alliance, welsh, "Desg arall", phone="01632 960000")
    release.press_contacts = [desk]
    release.save()
    news.copy_for_translation(welsh)
    page = NewsPage.objects.get(pk=release.pk).copy_for_translation(welsh)
    assert list(page.press_contacts.all()) == [in_welsh]
    page.save_revision().publish()


def test_a_language_without_a_desk_names_the_one_of_the_source_in_its_own_language(
    client, release, desk, welsh, welsh_home, news
):
    news.copy_for_translation(welsh).save_revision().publish()
    NewsPage.objects.get(pk=release.pk).copy_for_translation(welsh).save_revision().publish()
    release.press_contacts = [desk]
    release.save()
    html = client.get("/cy/news/release/").content.decode()
    assert "Elin Prosser" in html
    assert '<dd class="soft" lang="en">Press officer</dd>' in html


def test_pictures_show_terms_credit_dimensions_and_size(client, release):
    first = ImageFactory(
        title="The launch",
        file=get_test_image_file_jpeg(size=(1600, 900)),
        credit="Photograph: Ann Jones",
        licence="press",
        permitted_use="Only to report on the launch.",
    )
    second, third = ImageFactory(title="The hall"), ImageFactory(title="The stairs")
    release.image, release.image_alt = first, "People"
    release.body = [
        ("image", {"image": second, "alt": "A hall", "caption": ""}),
        (
            "gallery",
            {"images": [{"image": first, "alt": "A crowd"}, {"image": third, "alt": "Up"}]},
        ),
    ]
    release.save()
    assert "Pictures for the press" in client.get("/en/news/release/").content.decode()
    html = client.get("/en/news/release/pictures/").content.decode()
    assert html.index("The launch") < html.index("The hall") < html.index("The stairs")
    assert re.findall(r'<img [^>]*alt="([^"]+)"', html) == ["People", "A hall", "Up"]
    assert "1,600 × 900 pixels" in html
    assert "JPG, " in html
    assert "KB" in html
    assert "Photograph: Ann Jones" in html
    assert "free to use only to promote the subject" in html
    assert "Only to report on the launch." in html
    assert f'href="{first.file.url}" download' in html


def test_words_of_a_picture_are_marked_with_their_language(
    client, release, welsh, news, welsh_home
):
    release.image = ImageFactory(
        title="The launch",
        credit="Ann Jones, Harbour Library",
        rights_holder="The Harbour Trust",
        licence="cc0",
        permitted_use="Only to report on the launch.",
        language="en",
    )
    release.image_alt = "People"
    release.save_revision().publish()
    news.copy_for_translation(welsh).save_revision().publish()
    page = NewsPage.objects.get(pk=release.pk).copy_for_translation(welsh)
    page.save_revision().publish()

    html = client.get("/cy/news/release/pictures/").content.decode()

    for words in (
        "The launch",
        "Ann Jones, Harbour Library",
        "The Harbour Trust",
        "Only to report on the launch.",
    ):
        assert html.count(words) == html.count(f'<span lang="en">{words}</span>') > 0
    english = client.get("/en/news/release/pictures/").content.decode()
    assert 'lang="en">The launch' not in english


def test_a_picture_whose_file_is_lost_breaks_nothing(client, release):
    image = ImageFactory()
    release.image, release.image_is_decorative = image, True
    release.save()
    image.file.storage.delete(image.file.name)
    image.file_size = None
    image.save()
    assert client.get("/en/news/release/pictures/").status_code == 200


@pytest.mark.parametrize("fields", [{"is_press_release": False}, {}])
def test_no_page_of_pictures_without_release_or_pictures(client, release, fields):
    for name, value in fields.items():
        setattr(release, name, value)
    if fields:
        release.image, release.image_is_decorative = ImageFactory(), True
    release.save()
    assert client.get("/en/news/release/pictures/").status_code == 404
    assert "Pictures for the press" not in client.get("/en/news/release/").content.decode()


def test_pictures_of_a_draft_are_not_found(client, release):
    release.image, release.image_is_decorative = ImageFactory(), True
    release.save()
    release.unpublish()
    assert client.get("/en/news/release/pictures/").status_code == 404


def test_an_organisation_says_what_it_is_in_english_where_its_welsh_text_does_not(
    client, release, alliance, welsh, welsh_home, news
):
    alliance.texts.create(locale=welsh, name="Cynghrair y Llyfrgelloedd")
    alliance.save()
    release.show_about = True
    release.save()
    news.copy_for_translation(welsh).save_revision().publish()
    NewsPage.objects.get(pk=release.pk).copy_for_translation(welsh).save_revision().publish()
    html = client.get("/cy/news/release/").content.decode()
    assert '<section aria-labelledby="about" lang="en">' in html
    assert "<p>We are a partnership.</p>" in html
