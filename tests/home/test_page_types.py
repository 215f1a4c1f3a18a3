"""What holds for every page type, those of members and pledges too."""

import pytest
from django.template.loader import get_template
from django.urls import reverse
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail_localize.fields import get_translatable_fields

from alliance.base.models import BasePage
from home.models import HomePage
from members.models import MemberHomePage
from tests.factories import home as shared
from tests.factories import members, pledges
from tests.factories.base import UserFactory

PAGE_TYPES = [model for model in get_page_models() if model not in (Page, BasePage)]
CREATABLE = [model for model in PAGE_TYPES if model not in (HomePage, MemberHomePage)]
FACTORIES = {
    factory._meta.model: factory
    for module in (shared, members, pledges)
    for factory in vars(module).values()
    if isinstance(factory, type) and issubclass(factory, shared.BasePageFactory)
}

# What must be filled in, beside the title.
TIMES = {
    "starts_at": "2026-08-05 10:00",
    "ends_at": "2026-08-05 16:00",
    "time_zone": "Europe/London",
}
QUESTION = {"id": "", "label": "Your message", "field_type": "multiline", "required": "on"}
NEEDED = {
    "ContactPage": {
        "purpose": "contact",
        "recipient": "office@example.org",
        "retention_days": "90",
        "form_fields": inline_formset([QUESTION]),
    },
    "EventPage": {"event_kind": "meeting", "place_name": "Harbour Library", **TIMES},
    "NewsPage": {"date": "2026-08-05"},
    "PledgePage": {"number": "1", "promise": rich_text("<p>We will keep it.</p>")},
    "ReportPage": {
        "date": "2026-08-05",
        "report_language": "en",
        "repository_url": "https://example.org/report",
    },
    "ResourcePage": {"resource_kind": "guide"},
}


def each(models):
    return pytest.mark.parametrize("model", models, ids=lambda model: model.__name__)


def field_panels(panel):
    """All fields of a form, with those of the rows that can be added to it."""
    if isinstance(panel, FieldPanel):
        yield panel
    children = getattr(panel, "children", [])
    if isinstance(panel, InlinePanel):
        children = [panel.child_edit_handler]
    for child in children:
        yield from field_panels(child)


def form_data(model, **fields):
    """A form as a browser sends it, with nothing in it but what is said."""
    empty = {"comments": inline_formset([])}
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            empty[field.name] = streamfield([])
        elif isinstance(field, RichTextField):
            empty[field.name] = rich_text("")
    for relation in get_all_child_relations(model):
        empty[relation.get_accessor_name()] = inline_formset([])
    return nested_form_data({**empty, **NEEDED.get(model.__name__, {}), **fields})


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


@pytest.fixture
def parent_of(home, english):
    """A page below which one of a type may stand, made from the home page down."""

    def parent_of(model):
        types = model.allowed_parent_page_models()
        if HomePage in types:
            return home
        return FACTORIES[types[0]](parent=parent_of(types[0]))

    return parent_of


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
