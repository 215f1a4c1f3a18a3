"""Unfinished work can be saved, looked at and put aside; only finished work is published."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests.factories.base import UserFactory
from tests.home.page_types import CREATABLE, NEEDED, each, form_data

EMPTY = streamfield([])
pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(superuser=True))
    return client


def values_of(form):
    """What a browser would send of a form that has just opened."""
    values = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        kind, name = field.get("type"), field["name"]
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if field.name == "select":
            options = field.select("option[selected]") or field.select("option")[:1]
            values[name] = options[0].get("value", "") if options else ""
        else:
            values[name] = field.text if field.name == "textarea" else field.get("value", "")
    return values


def untouched(client, address):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return values_of(page.select_one("form[data-edit-form]"))


@pytest.fixture
def write(admin, parent_of):
    """Opens a new page and types nothing but a title, as an editor in a hurry does."""

    def write(model, **fields):
        where = [model._meta.app_label, model._meta.model_name, parent_of(model).pk]
        address = reverse("wagtailadmin_pages:add", args=where)
        data = {**form_data(model, needed=False), **untouched(admin, address)}
        return address, {**data, "title": "Begun", "slug": "begun", **fields}

    return write


# Rows that an editor has added and not filled in yet, as the browser sends them.
ROWS = {
    "ContactPage": {"form_fields": [{"label": ""}, {"label": ""}]},
    "EventPage": {"sessions": [{"title": ""}]},
    "ProgrammePage": {"partners": [{"organisation": "", "role": "partner"}]},
    "PledgePage": {"actions": [{"title": "", "description": rich_text(""), "milestones": EMPTY}]},
}


def rows_of(model):
    kind = {"field_type": "singleline"} if model.__name__ == "ContactPage" else {}
    rows = ROWS.get(model.__name__, {})
    return nested_form_data(
        {name: inline_formset([{**row, **kind} for row in found]) for name, found in rows.items()}
    )


@each(CREATABLE)
@pytest.mark.parametrize("rows", [False, True], ids=["title", "rows"])
def test_a_title_is_enough_for_a_draft_and_its_preview(admin, write, model, rows):
    address, data = write(model, **(rows_of(model) if rows else {}))
    preview = f"{address}preview/"
    assert admin.post(preview, data).json() == {"is_valid": True, "is_available": True}
    for mode, _ in model().preview_modes:
        assert "Begun" in admin.get(preview, {"mode": mode}).content.decode()

    response = admin.post(address, data)
    assert response.status_code == 302
    page = model.objects.get(slug="begun")
    assert not page.live
    preview = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    for mode, _ in model().preview_modes:
        assert "Begun" in admin.get(preview, {"mode": mode}).content.decode()


@each([model for model in CREATABLE if model.__name__ in {*NEEDED} - {"NewsPage"}])
def test_what_is_missing_is_named_on_publishing_and_nothing_is_lost(admin, write, model):
    address, data = write(model, summary="What it is about", **{"action-publish": "1"})
    html = admin.post(address, data).content.decode()
    assert "The page could not be created" in html
    assert "What it is about" in html
    assert not model.objects.filter(slug="begun").exists()


@each(CREATABLE)
def test_a_draft_can_be_copied_moved_compared_and_deleted(admin, write, model):
    admin.post(*write(model, **rows_of(model)))
    page = model.objects.get(slug="begun")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    bare = {**form_data(model, needed=False), **rows_of(model)}
    data = {**bare, **untouched(admin, edit), "title": "Further"}
    assert admin.post(edit, data).status_code == 302
    first, second = page.revisions.order_by("pk")
    for name, args in {
        "copy": [page.pk],
        "move": [page.pk],
        "history": [page.pk],
        "delete": [page.pk],
        "revisions_revert": [page.pk, first.pk],
        "revisions_view": [page.pk, first.pk],
        "revisions_compare": [page.pk, first.pk, second.pk],
        "workflow_history": [page.pk],
        "usage": [page.pk],
    }.items():
        response = admin.get(reverse(f"wagtailadmin_pages:{name}", args=args))
        assert response.status_code == 200, name
    assert "Further" in admin.get(edit).content.decode()
    if not model.max_count_per_parent:
        copy = {"new_title": "Twin", "new_slug": "twin", "new_parent_page": page.get_parent().pk}
        admin.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), copy)
        assert not model.objects.get(slug="twin").live
    admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not model.objects.filter(pk=page.pk).exists()
