"""What holds for every page type, those of members and pledges too."""

from django.template.loader import get_template
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import get_translatable_fields

from tests.factories.base import UserFactory
from tests.home.page_types import CREATABLE, FACTORIES, PAGE_TYPES, each, form_data


def field_panels(panel):
    """All fields of a form, with those of the rows that can be added to it."""
    if isinstance(panel, FieldPanel):
        yield panel
    children = getattr(panel, "children", [])
    if isinstance(panel, InlinePanel):
        children = [panel.child_edit_handler]
    for child in children:
        yield from field_panels(child)


@each(PAGE_TYPES)
def test_each_field_tells_the_editor_what_it_is_for(model):
    panels = list(field_panels(model.get_edit_handler()))
    silent = [p.field_name for p in panels if not (p.help_text or p.db_field.help_text)]
    form = model.get_edit_handler().get_form_class()
    silent = [name for name in silent if not getattr(form.base_fields.get(name), "help_text", "")]
    assert set(silent) <= {"go_live_at", "expire_at"}  # a dialogue of Wagtail's own explains them


@each(PAGE_TYPES)
def test_the_editor_is_told_when_to_choose_this_kind_of_page(model):
    assert model.get_page_description()


@each(PAGE_TYPES)
def test_it_has_a_template_and_a_factory_of_its_own(model):
    assert get_template(model.template)
    assert model in FACTORIES


@each(PAGE_TYPES)
def test_each_field_is_translated_or_follows_its_source(model):
    known = {field.field_name for field in get_translatable_fields(model)}
    edited = set(model.get_edit_handler().get_form_class().base_fields)
    assert edited - known <= {"go_live_at", "expire_at", "comment_notifications", "press_contacts"}


@each(PAGE_TYPES)
def test_the_words_of_its_text_can_be_searched_for(model):
    text = {f.name for f in model._meta.get_fields() if isinstance(f, (RichTextField, StreamField))}
    assert text - {"thank_you", "outbound_links"} <= {
        field.field_name for field in model.search_fields
    }


@each(CREATABLE)
def test_an_editor_looks_at_it_first_and_publishes_it(client, parent_of, model):
    client.force_login(UserFactory(superuser=True))
    parent = parent_of(model)
    meta, data = model._meta, form_data(model, title="The new page", slug="the-new-page")
    where = [meta.app_label, meta.model_name, parent.pk]
    assert client.get(reverse("wagtailadmin_pages:add", args=where)).status_code == 200

    preview = reverse("wagtailadmin_pages:preview_on_add", args=where)
    assert client.post(preview, data).json()["is_valid"]
    assert "<h1>The new page</h1>" in client.get(preview).content.decode()

    client.post(reverse("wagtailadmin_pages:add", args=where), {**data, "action-publish": "1"})
    client.logout()
    page = model.objects.get(slug="the-new-page")
    assert "<h1>The new page</h1>" in client.get(page.get_url()).content.decode()


@each(CREATABLE)
def test_a_mistake_is_named_and_the_rest_is_kept(client, parent_of, model):
    client.force_login(UserFactory(superuser=True))
    where = [model._meta.app_label, model._meta.model_name, parent_of(model).pk]
    data = form_data(model, title="", summary="What it is about", **{"action-publish": "1"})
    html = client.post(reverse("wagtailadmin_pages:add", args=where), data).content.decode()
    assert "This field is required." in html
    assert "What it is about" in html
