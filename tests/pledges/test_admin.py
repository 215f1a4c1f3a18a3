import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from pledges.models import PledgePage
from tests.factories.base import UserFactory


def form(pledge, **milestone):
    action = pledge.actions.get()
    first = {
        "title": "The survey opens",
        "due_on": "2026-01-02",
        "status": "planned",
        "evidence": "",
        "evidence_url": "",
        **milestone,
    }
    row = {
        "id": action.pk,
        "title": "Map the skills",
        "description": rich_text("<p>Ask.</p>"),
        "milestones": streamfield([("milestone", first)]),
    }
    data = {
        "title": "Skills",
        "slug": "skills",
        "summary": "",
        "image_alt": "",
        "number": 1,
        "promise": rich_text("<p>We will.</p>"),
        "why": rich_text(""),
        "body": streamfield([]),
        "actions": inline_formset([row], initial=1),
        "comments": inline_formset([]),
        "action-publish": "Publish",
    }
    responsible = [organisation.pk for organisation in action.organisations.all()]
    return {**nested_form_data(data), "actions-0-organisations": responsible}


@pytest.fixture
def edit(client, pledge):
    client.force_login(UserFactory(superuser=True))
    address = reverse("wagtailadmin_pages:edit", args=[pledge.pk])
    return lambda **milestone: client.post(address, form(pledge, **milestone))


def test_an_editor_marks_a_milestone_as_done(edit, pledge):
    response = edit(status="done", evidence="All can see it.")
    assert response.status_code == 302
    action = PledgePage.objects.get(pk=pledge.pk).actions.get()
    assert [child.value.is_done for child in action.milestones] == [True]
    assert action.organisations.count() == 1


def test_done_without_evidence_is_refused_with_a_reason(edit, pledge):
    response = edit(status="done")
    assert response.status_code == 200
    assert "Say how anyone can see that this is done" in response.content.decode()
    action = PledgePage.objects.get(pk=pledge.pk).actions.get()
    assert len(action.milestones) == 3


def test_a_preview_shows_the_plan_as_it_is_being_edited(client, edit, pledge):
    data = form(pledge, title="Typed just now")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[pledge.pk])
    assert client.post(address, data).json()["is_valid"]
    text = client.get(address).content.decode()
    assert "Typed just now" in text
    assert "0 of 1 milestone met" in text


def test_the_names_of_all_organisations_cost_no_query_each(
    client, edit, pledge, django_assert_max_num_queries
):
    from tests.factories.members import OrganisationFactory

    OrganisationFactory.create_batch(20)
    address = reverse("wagtailadmin_pages:edit", args=[pledge.pk])
    client.get(address)
    with django_assert_max_num_queries(60) as queries:
        assert client.get(address).status_code == 200
    texts = [query for query in queries if 'FROM "members_organisationtext"' in query["sql"]]
    assert len(texts) <= 2
