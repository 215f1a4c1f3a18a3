"""What a member's editor is not shown of another member, wherever the admin could show it."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction, ReferenceIndex
from wagtail.test.utils.form_data import nested_form_data, streamfield

from alliance.base.models import AllianceDocument, AllianceImage
from home.models import ContentPage
from members.filters import colleagues
from members.services import provision_member
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory

pytestmark = pytest.mark.django_db
ROOT_FORM = {
    "summary": "",
    "image_alt": "",
    "welcome": "null",
    "body-count": "0",
    "seo_title": "",
    "search_description": "",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
}
API = {AllianceImage: "images", AllianceDocument: "documents"}


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def other(other_section, directory):
    provision_member(other_section.organisation, directory)
    return other_section


@pytest.fixture
def own_collection(section, editor):
    section.organisation.refresh_from_db()
    return section.organisation.collection


def files_of(section, factory, title):
    section.organisation.refresh_from_db()
    return factory(collection=section.organisation.collection, title=title)


@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
def test_the_api_lists_only_what_one_may_choose(signed_in, section, other, factory):
    own, foreign = files_of(section, factory, "Ours"), files_of(other, factory, "Theirs")
    address = f"/admin/api/main/{API[type(own)]}/"
    titles = [item["title"] for item in signed_in.get(address).json()["items"]]
    assert titles == ["Ours"]
    assert signed_in.get(f"{address}{own.pk}/").status_code == 200
    assert signed_in.get(f"{address}{foreign.pk}/").status_code == 404
    assert signed_in.get(f"{address}find/?id={foreign.pk}").status_code == 404


def test_the_api_shows_a_picture_on_a_page_that_one_may_edit(signed_in, section, other):
    """The translation editor asks for it, also where it belongs to somebody else."""
    theirs = files_of(other, ImageFactory, "Theirs")
    section.image, section.image_alt = theirs, "A quay"
    section.save()
    ReferenceIndex.create_or_update_for_object(section)
    assert signed_in.get(f"/admin/api/main/images/{theirs.pk}/").status_code == 200


def chooser_text(client, **query):
    address = reverse("wagtailadmin_choose_page")
    return client.get(address, query).json()["html"]


def test_the_page_chooser_offers_what_is_public_and_what_is_ones_own(signed_in, section, other):
    for parent, title, live in (
        (section, "Our draft", False),
        (other, "Their page", True),
        (other, "Their draft", False),
        (other, "Their secret", True),
    ):
        page = ContentPage(title=title, slug=title.replace(" ", "-").lower(), live=live)
        parent.add_child(instance=page)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    listed = [
        signed_in.get(reverse("wagtailadmin_choose_page_child", args=[parent.pk])).json()["html"]
        for parent in (section, other)
    ]
    search = reverse("wagtailadmin_choose_page_search")
    found = [signed_in.get(search, {"q": word}).content.decode() for word in ("our", "their")]
    for text in ("".join(listed), "".join(found)):
        assert "Our draft" in text
        assert "Their page" in text
        assert "Their draft" not in text
        assert "Their secret" not in text


def test_who_edited_what_kind_of_page_last_is_for_the_alliance(signed_in, client, staff, other):
    address = reverse("wagtailadmin_reports:page_types_usage")
    results = reverse("wagtailadmin_reports:page_types_usage_results")
    for url in (address, results):
        response = signed_in.get(url)
        assert response.status_code == 302
    assert address not in signed_in.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(staff)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
def test_tags_of_others_are_not_suggested(signed_in, section, other, factory):
    own, foreign = files_of(section, factory, "Ours"), files_of(other, factory, "Theirs")
    own.tags.add("harbour-ours")
    foreign.tags.add("harbour-theirs")
    text = signed_in.get(reverse("wagtailadmin_tag_autocomplete"), {"term": "har"}).json()
    assert text == ["harbour-ours"]
    if factory is ImageFactory:
        chooser = signed_in.get(reverse("wagtailimages_chooser:choose")).json()["html"]
        assert "harbour-theirs" not in chooser


def edit(client, page, **changed):
    data = {**ROOT_FORM, "slug": page.slug, "title": page.title, **changed}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(data))


def in_a_block(picture):
    value = {"image": picture.pk, "alt": "A quay", "decorative": "", "caption": ""}
    return {"body": streamfield([("image", value)])}


@pytest.mark.parametrize("as_field", [True, False], ids=["field", "block"])
def test_a_number_sent_to_the_form_is_no_way_to_anothers_picture(
    signed_in, section, other, as_field
):
    own, foreign = (
        files_of(section, ImageFactory, "Ours"),
        files_of(other, ImageFactory, "Harbour at theirs"),
    )

    def put(picture):
        as_data = {"image": picture.pk, "image_alt": "A quay"} if as_field else in_a_block(picture)
        return edit(signed_in, section, **as_data)

    response = put(foreign)
    text = response.content.decode()
    assert "This file belongs to someone else" in text
    assert "Harbour at theirs" not in text
    assert put(own).status_code == 302


def test_what_the_alliance_put_on_a_page_may_stay_there(signed_in, section, other):
    theirs = files_of(other, ImageFactory, "Theirs")
    section.image, section.image_alt = theirs, "A quay"
    section.save_revision().publish()
    response = edit(signed_in, section, image=theirs.pk, image_alt="A quay at dawn")
    assert response.status_code == 302


def test_the_explorer_opens_at_ones_own_pages_only(signed_in, section, other):
    draft = other.add_child(instance=ContentPage(title="Their draft", slug="draft", live=False))
    for page, status in ((section, 200), (other, 302), (draft, 302)):
        for name in ("wagtailadmin_explore", "wagtailadmin_explore_results"):
            response = signed_in.get(reverse(name, args=[page.pk]))
            assert response.status_code == status
            assert "Their draft" not in response.content.decode()


def draft_below(other):
    page = other.add_child(instance=ContentPage(title="Their page", slug="draft"))
    page.title = "Their secret plan"
    page.save_revision()
    return page


def test_the_page_chooser_calls_a_public_page_by_its_public_name(signed_in, other):
    page = draft_below(other)
    for url in (
        reverse("wagtailadmin_choose_page_child", args=[other.pk]),
        reverse("wagtailadmin_choose_page_child", args=[page.pk]),
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={page.pk}",
    ):
        text = signed_in.get(url).content.decode()
        assert "Their page" in text
        assert "secret plan" not in text


def test_the_page_chooser_opens_at_no_draft_of_others(signed_in, other):
    draft = other.add_child(instance=ContentPage(title="Their draft", slug="draft", live=False))
    url = reverse("wagtailadmin_choose_page_child", args=[draft.pk])
    assert signed_in.get(url).status_code == 404
    chosen = signed_in.get(reverse("wagtailadmin_choose_page_chosen_multiple"), {"id": [draft.pk]})
    assert chosen.json()["result"] == []


def test_a_link_to_a_draft_of_others_does_not_name_it(signed_in, section, other):
    hidden = other.add_child(instance=ContentPage(title="Their hidden page", slug="x", live=False))
    for theirs in (hidden, draft_below(other)):
        link = {"page": theirs.pk, "url": "", "label": ""}
        value = {"heading": "Come", "text": "", "link": link}
        edit(signed_in, section, body=streamfield([("call_to_action", value)]))
        address = reverse("wagtailadmin_pages:edit", args=[section.pk])
        text = signed_in.get(address).content.decode()
        assert f'"id": {theirs.pk}' in text.replace("&quot;", '"')
        assert "Their hidden page" not in text
        assert "Their secret plan" not in text


def test_only_who_edits_a_page_is_asked_about_it(signed_in, section, other):
    draft = other.add_child(instance=ContentPage(title="Their draft", slug="draft", live=False))
    for name, arguments in (
        ("wagtailadmin_pages:move_confirm", [draft.pk, section.pk]),
        ("wagtailadmin_pages:confirm_workflow_cancellation", [draft.pk]),
    ):
        response = signed_in.get(reverse(name, args=arguments))
        assert response.status_code == 302
        assert "Their draft" not in response.content.decode()


def test_no_page_goes_to_or_begins_below_anothers(signed_in, section, other):
    """Neither question names a draft, as the page that was chosen by its number."""
    own = section.add_child(instance=ContentPage(title="Our page", slug="ours"))
    draft = other.add_child(instance=ContentPage(title="Their draft", slug="draft", live=False))
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[own.pk, draft.pk])
    begin = reverse("wagtailadmin_pages:choose_parent", args=["home", "contentpage"])
    for response in (
        signed_in.get(confirm, follow=True),
        signed_in.post(begin, {"parent_page": draft.pk}, follow=True),
    ):
        assert "Their draft" not in response.content.decode()
    assert signed_in.post(begin, {"parent_page": section.pk}).status_code == 302


def test_tasks_of_workflows_are_chosen_by_who_keeps_them(signed_in, client, staff):
    address = reverse("wagtailadmin_workflows:task_chooser")
    assert signed_in.get(address).status_code == 302
    staff.is_superuser = True
    staff.save()
    client.force_login(staff)
    assert client.get(address).status_code == 200


def test_lists_are_filtered_by_the_names_of_colleagues(signed_in, other, editor):
    stranger = UserFactory(first_name="Perpetua", last_name="Elsewhere")
    other.owner = stranger
    other.save()
    for name in ("wagtailadmin_explore_root", "wagtailforms:index"):
        assert "Perpetua" not in signed_in.get(reverse(name), follow=True).content.decode()
    assert [*colleagues(editor)] == [editor]
