"""Where alliance staff keep the organisations. Members' people have no permission here, so
they see nobody's contacts but those on public pages."""

from typing import Any

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from alliance.base.own_words import gettext_lazy as _

from .models import Organisation

ABOUT_PANELS = [
    FieldPanel("slug"),
    FieldPanel("is_member"),
    FieldPanel("kinds"),
    FieldPanel("nations"),
    FieldPanel("languages"),
    FieldPanel("website"),
    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
]
TEXT_PANELS = [
    FieldPanel(name) for name in ("locale", "name", "short_name", "description", "about")
]
CONTACT_PANELS = [
    FieldPanel(name) for name in ("locale", "name", "role", "email", "phone", "out_of_hours")
]
BRAND_PANELS = [
    FieldPanel("logo"),
    FieldRowPanel([FieldPanel("brand_primary"), FieldPanel("brand_secondary")]),
]


class OrganisationIndexView(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().with_texts()


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    name = url_prefix = "organisations"
    icon = "group"
    menu_label = _("Organisations")
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = OrganisationIndexView
    list_display = ["__str__", "slug", BooleanColumn("is_member", label=_("Member"))]
    list_filter = ["is_member"]
    search_fields = ["slug", "texts__name"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    InlinePanel(
                        "texts",
                        panels=TEXT_PANELS,
                        heading=_("Texts, one for each language"),
                        label=_("Text"),
                        min_num=1,
                    )
                ],
                heading=_("Texts"),
            ),
            ObjectList(ABOUT_PANELS, heading=_("About")),
            ObjectList(
                [
                    InlinePanel(
                        "press_contacts",
                        panels=CONTACT_PANELS,
                        heading=_("Press contacts, for each language"),
                        label=_("Press contact"),
                    )
                ],
                heading=_("Press contacts"),
            ),
            ObjectList(BRAND_PANELS, heading=_("Logo and colours")),
        ]
    )
