"""Where alliance staff keep the organisations. Members' people have no permission here, so
they see nobody's contacts but those on public pages."""

from typing import Any

from django.forms import CheckboxSelectMultiple
from django.urls import path, reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList, TabbedInterface
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, DateColumn
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from alliance.base.own_words import gettext_lazy as _

from .admin_views import AddMemberView
from .hostname_views import CheckHostnameView, OrganisationEditView
from .models import Organisation
from .offboarding_views import ArchiveMemberView, RestoreMemberView
from .organisation_form import OrganisationForm
from .programme_views import AddProgrammeView

ABOUT_PANELS = [
    FieldPanel("slug"),
    FieldPanel("is_member"),
    FieldPanel("run_by", widget=CheckboxSelectMultiple),
    FieldPanel("kinds"),
    FieldPanel("nations"),
    FieldPanel("languages"),
    FieldPanel("moderation"),
    FieldPanel("hostname"),
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


def offboarding_items(organisation: Organisation) -> list[MenuItem]:
    def item(label: Any, view: str, icon: str) -> MenuItem:
        address = reverse(f"organisations:{view}", args=[organisation.pk])
        return MenuItem(label, url=address, icon_name=icon, priority=40)

    if organisation.is_archived:
        return [
            item(_("Bring back"), "restore", "undo"),
            item(_("Change the new address"), "archive", "link"),
        ]
    is_tenant = organisation.is_member or organisation.is_programme
    return [item(_("Archive"), "archive", "archive")] if is_tenant else []


def archived_at(organisation: Organisation) -> Any:
    return organisation.archive.archived_at if organisation.is_archived else None


class OrganisationIndexView(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().with_texts().select_related("archive")

    def get_list_more_buttons(self, instance: Organisation) -> list[Any]:
        """A member leaves by being archived, so that what it was can still be looked up."""
        return [*super().get_list_more_buttons(instance), *offboarding_items(instance)]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Members come first: an organisation alone is a partner or a funder."""
        if not self.add_url:
            return []
        address = reverse("organisations:add_member")
        programme = reverse("organisations:add_programme")
        return [
            HeaderButton(_("Add a member"), url=address, icon_name="plus", priority=1),
            HeaderButton(_("Add a joint programme"), url=programme, icon_name="plus", priority=2),
            HeaderButton(_("Add a partner"), url=self.add_url, icon_name="plus", priority=3),
        ]


class OrganisationCreateView(CreateView):
    page_title = _("New partner or funder")

    def get_initial_form_instance(self) -> Organisation:
        return Organisation(is_member=False)


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    name = url_prefix = "organisations"
    icon = "group"
    menu_label = _("Organisations")
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = OrganisationIndexView
    add_view_class = OrganisationCreateView
    edit_view_class = OrganisationEditView
    add_member_view_class = AddMemberView
    list_display = [
        "__str__",
        "slug",
        BooleanColumn("is_member", label=_("Member")),
        BooleanColumn("is_programme", label=_("Joint programme")),
        DateColumn("archived_at", label=_("Archived"), accessor=archived_at),
    ]
    list_filter = ["is_member", "is_programme"]
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
        ],
        base_form_class=OrganisationForm,
    )

    @property
    def add_member_view(self) -> Any:
        return self.construct_view(self.add_member_view_class)

    def get_urlpatterns(self) -> list[Any]:
        add_programme = self.construct_view(AddProgrammeView)
        added = [
            path("add-member/", self.add_member_view, name="add_member"),
            path("add-programme/", add_programme, name="add_programme"),
        ]
        offboarding = [
            path("archive/<int:pk>/", self.construct_view(ArchiveMemberView), name="archive"),
            path("restore/<int:pk>/", self.construct_view(RestoreMemberView), name="restore"),
        ]
        check = path(
            "check-hostname/<int:pk>/",
            self.construct_view(CheckHostnameView),
            name="check_hostname",
        )
        return [*added, check, *offboarding, *super().get_urlpatterns()]
