from django.db.models import ForeignKey
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.ui.components import Component

from .models import Organisation
from .sections import YourSectionPanel
from .viewsets import OrganisationViewSet

# A list of organisations shows their names: all in two queries, not one more for each.
register_form_field_override(
    ForeignKey, to=Organisation, override={"queryset": Organisation.objects.with_texts()}
)


@hooks.register("register_admin_viewset")
def register_organisations() -> OrganisationViewSet:
    return OrganisationViewSet()


@hooks.register("construct_homepage_panels")
def start_from_own_section(request: HttpRequest, panels: list[Component]) -> None:
    panels.insert(0, YourSectionPanel())
