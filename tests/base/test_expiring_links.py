"""Drafts and private documents are shown to someone without an account by a link that ends."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from alliance.base.models import ExpiringLink
from home.models import ContentPage, NewsPage
from members.offboarding import archive_member
from members.services import add_membership, provision_member
from tests.factories.base import DocumentFactory, UserFactory
from tests.factories.members import (
    MemberHomePageFactory,
    MemberIndexPageFactory,
    OrganisationFactory,
)

pytestmark = pytest.mark.django_db


def make_member(directory, slug):
    organisation = OrganisationFactory(slug=slug, name=slug.upper())
    section = MemberHomePageFactory(parent=directory, organisation=organisation)
    provision_member(organisation, directory)
    organisation.refresh_from_db()
    person = UserFactory(email=f"{slug}@example.org")
    add_membership(person, organisation, "editor")
    return section, person


@pytest.fixture
def directory(home):
    return MemberIndexPageFactory(parent=home)


@pytest.fixture
def ours(directory):
    return make_member(directory, "ours")


@pytest.fixture
def theirs(directory):
    return make_member(directory, "theirs")


@pytest.fixture
def draft(ours):
    section, _ = ours
    page = ContentPage(title="Not out yet", slug="draft", live=False)
    section.add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def secret(ours):
    section, _ = ours
    collection = type(section.organisation).objects.get(pk=section.organisation.pk)
    return DocumentFactory(collection=collection.private_collection, title="Minutes")


def share(client, user, thing, days=7):
    """The address that an editor copies from the screen."""
    client.force_login(user)
    address = reverse(f"share_{ExpiringLink.place_of(thing)}", args=[thing.pk])
    response = client.post(address, {"days": days}, follow=True)
    link = ExpiringLink.objects.latest("pk")
    (found,) = [each for linked, each, _ in response.context["links"] if linked == link]
    client.logout()
    client.cookies.clear()
    return found.removeprefix("http://testserver")


def assert_unseen(response):
    assert response["Cache-Control"] == "private, no-store"
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


def test_a_draft_is_shown_as_last_saved_to_whoever_has_the_link(client, ours, draft):
    address = share(client, ours[1], draft)
    assert client.get(draft.url).status_code == 404
    response = client.get(address)
    text = response.content.decode()
    assert "Not out yet" in text
    assert "Draft, not published." in text
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert_unseen(response)
    draft.title = "Better words"
    draft.save_revision()
    assert "Better words" in client.get(address).content.decode()


def test_a_draft_is_shown_to_a_signed_in_person_as_to_anybody(client, ours, draft):
    address = share(client, ours[1], draft)
    client.force_login(ours[1])
    text = client.get(address).content.decode()
    assert "Not out yet" in text
    assert "userbar" not in text


def test_a_draft_is_in_its_own_language(client, ours, draft, welsh):
    """Whatever the reader prefers."""
    ours[0].get_parent().specific.get_parent().specific.copy_for_translation(welsh)
    page = draft.copy_for_translation(welsh, copy_parents=True)
    address = share(client, ours[1], page) if page.permissions_for_user(ours[1]).can_edit() else ""
    address = address or share(client, UserFactory(superuser=True), page)
    text = client.get(address, headers={"accept-language": "en"}).content.decode()
    assert '<html lang="cy">' in text


def test_once_the_page_is_published_the_link_leads_to_it(client, ours, draft):
    address = share(client, ours[1], draft)
    draft.get_latest_revision().publish()
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"].endswith("/draft/")
    draft.refresh_from_db()
    draft.title = "The next words"
    draft.save_revision()
    assert "The next words" in client.get(address).content.decode()


def test_a_release_under_embargo_says_so(client, ours, home):
    release = NewsPage(
        title="Soon",
        slug="soon",
        live=False,
        embargo_until=timezone.now() + timedelta(days=2),
    )
    home.add_child(instance=release)
    release.save_revision()
    text = client.get(share(client, UserFactory(superuser=True), release)).content.decode()
    assert "Under embargo" in text
    assert client.get(release.url).status_code == 404


def test_a_private_document_is_for_its_own_people(client, ours, theirs, secret):
    assert "/admin/login/" in client.get(secret.url)["Location"]
    client.force_login(ours[1])
    response = client.get(secret.url)
    assert b"".join(response.streaming_content) == b"Plain words."
    assert response["Cache-Control"].startswith("private")
    client.force_login(UserFactory(superuser=True))
    assert client.get(secret.url).status_code == 200
    client.force_login(theirs[1])
    assert client.get(secret.url).status_code == 404
    assert client.get(f"/media/{secret.file.name}").status_code == 404


def test_a_private_document_is_for_those_who_keep_all_files(client, ours, secret):
    """Alliance editors belong to no member's groups."""
    from members.staff import appoint_alliance_editor

    person = UserFactory()
    appoint_alliance_editor(person)
    client.force_login(person)
    assert client.get(secret.url).status_code == 200


def test_a_private_document_is_opened_by_a_link(client, ours, secret):
    response = client.get(share(client, ours[1], secret))
    assert b"".join(response.streaming_content) == b"Plain words."
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert_unseen(response)


@pytest.mark.parametrize("name", ["draft", "secret"])
def test_a_link_ends(client, request, ours, name):
    thing = request.getfixturevalue(name)
    address = share(client, ours[1], thing)
    ExpiringLink.objects.update(ends_at=timezone.now())
    response = client.get(address, headers={"accept-language": "cy"})
    assert response.status_code == 410
    assert '<html lang="cy">' in response.content.decode()
    assert thing.title not in response.content.decode()
    assert_unseen(response)
    call_command("purge_links")
    assert not ExpiringLink.objects.exists()
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("name", ["draft", "secret"])
def test_a_link_is_revoked_by_whoever_may_change_the_thing(client, request, ours, theirs, name):
    thing = request.getfixturevalue(name)
    address = share(client, UserFactory(superuser=True), thing)
    link = ExpiringLink.objects.get()
    client.force_login(theirs[1])
    assert client.post(reverse("revoke_link", args=[link.pk])).status_code == 404
    assert client.get(address).status_code == 200
    client.force_login(ours[1])
    assert client.get(reverse("revoke_link", args=[link.pk])).status_code == 405
    client.post(reverse("revoke_link", args=[link.pk]))
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("name", ["draft", "secret"])
def test_nobody_shares_or_lists_what_they_may_not_change(client, request, ours, theirs, name):
    thing = request.getfixturevalue(name)
    share(client, ours[1], thing)
    client.force_login(theirs[1])
    address = reverse(f"share_{ExpiringLink.place_of(thing)}", args=[thing.pk])
    for response in (client.get(address), client.post(address, {"days": 1})):
        assert response.status_code == 302  # Wagtail's way to refuse: to the admin's home
        assert response["Location"] == reverse("wagtailadmin_home")
    assert ExpiringLink.objects.count() == 1


def test_an_address_that_was_changed_is_unknown(client, ours, draft):
    address = share(client, ours[1], draft)
    for wrong in (address[:-3] + "x/", "/shared/anything/", "/shared/a.b/", "/shared/%00/"):
        response = client.get(wrong)
        assert response.status_code == 404
        assert_unseen(response)


def test_links_end_with_the_rights_of_their_maker(client, ours, draft):
    address = share(client, ours[1], draft)
    ours[1].memberships.all().delete()
    assert client.get(address).status_code == 410


def test_links_end_when_their_member_leaves(client, ours, draft, secret):
    staff = UserFactory(superuser=True)
    addresses = [share(client, staff, thing) for thing in (draft, secret)]
    archive_member(ours[0].organisation)
    assert [client.get(address).status_code for address in addresses] == [410, 410]


def test_links_end_with_their_page(client, ours, draft):
    address = share(client, ours[1], draft)
    draft.delete()
    assert client.get(address).status_code == 410


def test_how_long_a_link_is_good_for_is_limited(client, ours, draft, settings):
    settings.LINK_MAX_DAYS = 10
    client.force_login(ours[1])
    address = reverse("share_page", args=[draft.pk])
    form = client.get(address).context["form"]
    assert [days for days, _ in form.fields["days"].choices] == [1, 7, 10]
    response = client.post(address, {"days": 30})
    assert response.context["form"].errors
    assert not ExpiringLink.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_links_of_a_page_are_listed(client, ours, draft, number, django_assert_max_num_queries):
    for _ in range(number):
        share(client, ours[1], draft)
    client.force_login(ours[1])
    client.get(reverse("share_page", args=[draft.pk]))
    with django_assert_max_num_queries(20):
        text = client.get(reverse("share_page", args=[draft.pk])).content.decode()
    assert text.count("ours@example.org") >= number


def test_the_editor_leads_to_it(client, ours, draft, secret):
    client.force_login(ours[1])
    text = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert reverse("share_page", args=[draft.pk]) in text
    text = client.get(reverse("wagtaildocs:edit", args=[secret.pk])).content.decode()
    assert reverse("share_document", args=[secret.pk]) in text


def test_a_held_page_does_not_stand_for_a_draft(client, ours, draft, settings):
    """The draft is asked for under the address of the page that readers are sent."""
    middleware = [*settings.MIDDLEWARE]
    middleware.insert(2, "alliance.base.held_pages.HeldPagesMiddleware")
    settings.MIDDLEWARE = middleware
    client.handler.load_middleware()
    draft.get_latest_revision().publish()
    draft.refresh_from_db()
    assert "Not out yet" in client.get(draft.url).content.decode()
    draft.title = "The next words"
    draft.save_revision()
    address = share(client, ours[1], draft)
    assert "The next words" in client.get(address).content.decode()
    assert "The next words" not in client.get(draft.url).content.decode()
