"""Every page type, and its form as a browser sends it."""

import pytest
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from alliance.base.models import BasePage
from home.models import HomePage
from members.models import MemberHomePage, ProgrammeHomePage
from tests.factories import home as shared
from tests.factories import members, pledges

PAGE_TYPES = [model for model in get_page_models() if model not in (Page, BasePage)]
PROVISIONED = (HomePage, MemberHomePage, ProgrammeHomePage)
CREATABLE = [model for model in PAGE_TYPES if model not in PROVISIONED]
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
        "repository_url": "https://example.org/report",
    },
    "ResourcePage": {"resource_kind": "guide"},
}


def each(models):
    return pytest.mark.parametrize("model", models, ids=lambda model: model.__name__)


def form_data(model, *, needed=True, **fields):
    """A form as a browser sends it, with nothing in it but what is said."""
    empty = {"comments": inline_formset([])}
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            empty[field.name] = streamfield([])
        elif isinstance(field, RichTextField):
            empty[field.name] = rich_text("")
    for relation in get_all_child_relations(model):
        empty[relation.get_accessor_name()] = inline_formset([])
    return nested_form_data(
        {**empty, **(NEEDED.get(model.__name__, {}) if needed else {}), **fields}
    )
