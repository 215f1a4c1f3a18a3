from typing import Any

from django.db.models import ForeignKey, ManyToManyField
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.ui.components import Component

from alliance.base.models import TextsMixin

from .sections import YourSectionPanel
from .viewsets import OrganisationViewSet


def with_names(field: Any) -> dict[str, Any]:
    """A list of organisations or topics needs their names: all in a query, not one for each."""
    named = issubclass(field.related_model, TextsMixin)
    return {"queryset": field.related_model._default_manager.with_texts()} if named else {}


register_form_field_override(ForeignKey, to=TextsMixin, override=with_names)
register_form_field_override(ManyToManyField, override=with_names)


@hooks.register("register_admin_viewset")
def register_organisations() -> OrganisationViewSet:
    return OrganisationViewSet()


@hooks.register("construct_homepage_panels")
def start_from_own_section(request: HttpRequest, panels: list[Component]) -> None:
    panels.insert(0, YourSectionPanel())
