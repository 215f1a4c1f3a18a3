"""One member offers a page; another adopts it, and the copy follows its original or not."""

import json

import pytest
from django.urls import reverse

from alliance.base.models import AllianceImage, BasePage
from home.models import EventPage, NewsPage
from members.models import Adoption, Offer
from members.offboarding import archive_member, restore_member
from members.services import add_membership, provision_member
from members.sharing.adopting import adopt
from members.sharing.offers import offer_page, pages_of
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory
from tests.factories.home import (
    EventIndexPageFactory,
    EventPageFactory,
    EventSessionFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
)
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def giver(other_section, directory):
    """The lead of the member that offers."""
    provision_member(other_section.organisation, directory)
    user = UserFactory(email="giver@example.org")
    add_membership(user, other_section.organisation, "lead")
    return user


@pytest.fixture
def original(other_section, giver, media):
    other_section.organisation.refresh_from_db()
    picture = ImageFactory(title="Quay", collection=other_section.organisation.collection)
    news = NewsIndexPageFactory(parent=other_section, slug="news")
    page = NewsPageFactory(parent=news, title="A new quay", image=picture, image_alt="A quay")
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def offer(original, giver):
    return offer_page(original, giver, "Please keep the date.")


@pytest.fixture
def place(section, editor):
    return NewsIndexPageFactory(parent=section, slug="news")


@pytest.fixture
def adoption(offer, place, editor):
    [adoption], left_out = adopt(offer, pages_of(offer), place, editor)
    assert left_out == set()
    return adoption


def publish(page, **changes):
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def test_who_publishes_a_page_offers_it(client, original, giver):
    client.force_login(giver)
    address = reverse("offers:offer", args=[original.pk])
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[original.pk]))
    assert address in editor.content.decode()
    client.post(address, {"note": "For all"})
    offer = Offer.objects.get()
    assert (offer.note, offer.offered_by) == ("For all", giver)
    client.post(reverse("offers:withdraw", args=[original.pk]))
    assert not Offer.objects.exists()


def test_nobody_offers_anothers_page_or_a_draft(client, original, giver, editor):
    address = reverse("offers:offer", args=[original.pk])
    client.force_login(editor)
    assert client.post(address, {"note": ""}).status_code == 302
    original.unpublish()
    client.force_login(giver)
    assert client.post(address, {"note": ""}).status_code == 200
    assert not Offer.objects.exists()


def test_the_offer_shows_what_is_published(client, offer, original, editor):
    original.title = "A secret draft"
    original.save_revision()
    client.force_login(editor)
    said = client.get(reverse("offers:index")).content.decode()
    assert "A new quay" in said
    assert "A secret draft" not in said
    filtered = client.get(reverse("offers:index"), {"kind": "eventpage"}).content.decode()
    assert "A new quay" not in filtered


def test_a_page_is_adopted_with_its_picture_and_credit(client, offer, original, place, editor):
    client.force_login(editor)
    address = reverse("offers:adopt", args=[offer.pk])
    assert "Please keep the date." in client.get(address).content.decode()
    client.post(address, {"parent": place.pk, "languages": [original.locale_id]})
    copy = NewsPage.objects.child_of(place).get()
    assert not copy.live
    assert copy.original_key == original.translation_key
    assert copy.image != original.image
    assert copy.image.collection == place.organisation.collection
    assert (copy.image.title, copy.image.credit) == ("Quay", "Ann Jones")
    again = client.post(address, {"parent": place.pk, "languages": [original.locale_id]})
    assert again.status_code == 200
    assert NewsPage.objects.child_of(place).count() == 1


def test_nobody_adopts_into_anothers_section(client, offer, original, place):
    stranger = UserFactory()
    client.force_login(stranger)
    address = reverse("offers:adopt", args=[offer.pk])
    client.post(address, {"parent": place.pk, "languages": [original.locale_id]})
    assert not Adoption.objects.exists()


def test_readers_learn_who_published_it_first(client, adoption, original, structured_data):
    copy = publish(adoption.page.specific)
    answer = client.get(copy.url)
    said = answer.content.decode()
    assert f'<link rel="canonical" href="{original.full_url}">' in said
    assert "First published by" in said
    assert "Research Libraries UK" in said
    data = structured_data(answer)[0]
    assert data["isBasedOn"] == original.full_url
    assert data["author"]["name"] == "Research Libraries UK"
    assert copy.full_url not in client.get("/sitemap.xml").content.decode()
    original.unpublish()
    said = client.get(copy.url).content.decode()
    assert f'<link rel="canonical" href="{copy.full_url}">' in said
    assert "Research Libraries UK" in said


def test_the_alliances_lists_show_nothing_twice_and_nothing_kept(client, home, adoption, original):
    everyone = NewsIndexPageFactory(parent=home, slug="news")
    copy = publish(adoption.page.specific, title="A copy of it")
    listed = client.get(everyone.url, {"scope": "all"}).content.decode()
    assert original.title in listed
    assert copy.title not in listed
    publish(original, own_section_only=True)
    for address in (f"{everyone.url}?scope=all", f"{everyone.url}feed/?scope=all", home.url):
        assert original.title not in client.get(address).content.decode()
    index = original.get_parent()
    assert original.title in client.get(index.url).content.decode()


def test_the_adopter_sees_what_changed_and_takes_it(client, adoption, original, editor):
    copy = publish(adoption.page.specific, title="Our quay")
    publish(original, title="A newer quay")
    client.force_login(editor)
    assert "The original has changed" in client.get(reverse("adoptions:index")).content.decode()
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[copy.pk])).content.decode()
    assert "The original of this page has changed." in edit
    address = reverse("adoptions:compare", args=[adoption.pk])
    said = client.get(address).content.decode()
    assert "newer" in said
    assert "Our" in said
    version = NewsPage.objects.get(pk=original.pk).last_published_at.isoformat()
    client.post(address, {"version": version, "take": "1"})
    copy.refresh_from_db()
    draft = copy.get_latest_revision_as_object()
    assert (copy.title, draft.title, draft.slug) == ("Our quay", "A newer quay", copy.slug)
    assert draft.image == copy.image
    assert AllianceImage.objects.filter(title="Quay").count() == 2
    assert "As the original" in client.get(reverse("adoptions:index")).content.decode()


def test_the_adopter_keeps_its_own(client, adoption, original, editor):
    publish(original, title="A newer quay")
    client.force_login(editor)
    address = reverse("adoptions:compare", args=[adoption.pk])
    assert client.post(address, {"version": "nonsense"}).status_code == 404
    version = NewsPage.objects.get(pk=original.pk).last_published_at.isoformat()
    client.post(address, {"version": version, "keep": "1"})
    assert "As the original" in client.get(reverse("adoptions:index")).content.decode()
    assert adoption.page.get_latest_revision_as_object().title == "A new quay"


def test_nobody_takes_what_is_no_longer_offered(client, adoption, original, offer, editor):
    publish(original, title="A newer quay")
    offer.delete()
    client.force_login(editor)
    address = reverse("adoptions:compare", args=[adoption.pk])
    version = NewsPage.objects.get(pk=original.pk).last_published_at.isoformat()
    client.post(address, {"version": version, "take": "1"})
    assert adoption.page.get_latest_revision_as_object().title == "A new quay"
    assert "No longer offered" in client.get(reverse("adoptions:index")).content.decode()


def test_an_archived_member_offers_nothing_and_its_copies_are_flagged(
    client, adoption, original, offer, editor
):
    archive_member(original.organisation)
    client.force_login(editor)
    assert "A new quay" not in client.get(reverse("offers:index")).content.decode()
    assert "was withdrawn" in client.get(reverse("adoptions:index")).content.decode()
    restore_member(original.organisation)
    assert "A new quay" in client.get(reverse("offers:index")).content.decode()
    assert "As the original" in client.get(reverse("adoptions:index")).content.decode()


def test_languages_are_adopted_together_as_translations(
    home, directory, other_section, offer, original, place, editor, section
):
    for page in (home, directory, other_section, original.get_parent()):
        publish_translation(page, "cy")
    publish_translation(original, "cy", title="Cei newydd")
    made_in = [publish_translation(page, "cy") for page in (section, place)]
    adopted, _ = adopt(offer, pages_of(offer), place, editor)
    english, welsh = (adoption.page for adoption in adopted)
    assert english.translation_key == welsh.translation_key
    assert welsh.title == "Cei newydd"
    assert welsh.get_parent().pk == made_in[1].pk


def test_an_events_sessions_come_along_but_not_a_private_file(
    other_section, giver, section, editor, media
):
    other_section.organisation.refresh_from_db()
    events = EventIndexPageFactory(parent=other_section, slug="events")
    event = EventPageFactory(parent=events, title="Open day")
    EventSessionFactory(event=event, title="Opening")
    private = DocumentFactory(
        title="Minutes", collection=other_section.organisation.private_collection
    )
    event.body = json.dumps(
        [{"type": "documents", "id": "a", "value": {"documents": [
            {"type": "item", "id": "b", "value": private.pk}]}}]
    )  # fmt: skip
    event = publish(event)
    place = EventIndexPageFactory(parent=section, slug="events")
    offered = offer_page(event, giver)
    [adoption], _ = adopt(offered, pages_of(offered), place, editor)
    copy = EventPage.objects.get(pk=adoption.page_id)
    [session] = copy.sessions.all()
    assert session.title == "Opening"
    assert session.pk != event.sessions.get().pk
    assert str(private.pk) not in json.dumps(copy.body.get_prep_value())


@pytest.mark.parametrize("number", [1, 3])
def test_the_lists_ask_as_much_for_three_as_for_one(
    client, django_assert_num_queries, original, giver, place, editor, number
):
    for count in range(number):
        page = NewsPageFactory(parent=original.get_parent(), title=f"News {count}")
        offered = offer_page(page, giver)
        adopt(offered, pages_of(offered), place, editor)
    client.force_login(editor)
    client.get(reverse("offers:index"))
    with django_assert_num_queries(21):
        client.get(reverse("offers:index"))
    with django_assert_num_queries(15):
        client.get(reverse("adoptions:index"))
    assert BasePage.objects.filter(original_key__isnull=False).count() == number
