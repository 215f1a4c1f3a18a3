from collections.abc import Iterator
from typing import Any

from django.db.models import ForeignKey, ManyToManyField
from django.http import HttpRequest
from django.urls import path
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy

from alliance.base.models import TextsMixin
from alliance.base.own_words import gettext_lazy as _
from alliance.base.text_tokens import HOOK as TOKENS_HOOK

from .application_views import ApplicationViewSet
from .archives.importing import IMPORT
from .current import current_organisation, memberships_of
from .current_views import WorkForPanel, WorkForView, menu_item
from .desk import HOOK, DeskPanel
from .desk_approvals import items_of_approval, leave_out_what_the_desk_shows
from .desk_items import items_of_pages
from .desk_report import MembersReportItem, MembersReportView
from .desk_views import DeskView
from .explorer import open_at_own_section
from .filters import offer_what_is_ones_own
from .hostnames import HOSTNAME
from .members_only_views import MembersRoomView, room_item
from .models import Adoption, Membership, Offer
from .offboarding import ARCHIVE, RESTORE
from .permissions import user_can_manage_members
from .sections import YourSectionPanel
from .sharing.adopting import ADOPT, KEEP, TAKE
from .sharing.buttons import say_how_the_original_is, sharing_buttons
from .sharing.offers import OFFER, WITHDRAW
from .sharing.permissions import SharingPolicy
from .sharing.viewsets import SharingViewSetGroup
from .team_views import TeamViewSet
from .teams import MembershipPolicy
from .text_tokens import tokens
from .viewsets import OrganisationViewSet


def with_names(field: Any) -> dict[str, Any]:
    """A list of organisations or topics needs their names: all in a query, not one for each."""
    named = issubclass(field.related_model, TextsMixin)
    return {"queryset": field.related_model._default_manager.with_texts()} if named else {}


register_form_field_override(ForeignKey, to=TextsMixin, override=with_names)
register_form_field_override(ManyToManyField, override=with_names)


register_permission_policy(Membership, MembershipPolicy(Membership))
register_permission_policy(Offer, SharingPolicy(Offer))
register_permission_policy(Adoption, SharingPolicy(Adoption))
offer_what_is_ones_own()


@hooks.register("register_admin_viewset")
def register_applications() -> ApplicationViewSet:
    return ApplicationViewSet()


@hooks.register("register_admin_viewset")
def register_team() -> TeamViewSet:
    return TeamViewSet()


@hooks.register("register_admin_viewset")
def register_organisations() -> OrganisationViewSet:
    return OrganisationViewSet()


@hooks.register("register_admin_viewset")
def register_sharing() -> SharingViewSetGroup:
    return SharingViewSetGroup()


@hooks.register("register_page_header_buttons")
def share_from_the_editor(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    yield from sharing_buttons(page, user)


@hooks.register("before_edit_page", order=-1)  # before the translation editor answers itself
def speak_of_the_original(request: HttpRequest, page: Any) -> None:
    say_how_the_original_is(request, page)


@hooks.register("register_log_actions")
def say_what_was_shared(actions: LogActionRegistry) -> None:
    actions.register_action(OFFER, _("Offer"), _("Offered to the network"))
    actions.register_action(WITHDRAW, _("Withdraw the offer"), _("Withdrew the offer"))
    actions.register_action(ADOPT, _("Adopt"), _("Adopted from another member"))
    actions.register_action(TAKE, _("Take over"), _("Took over the original’s new words"))
    actions.register_action(KEEP, _("Keep"), _("Kept its own words"))


@hooks.register("register_log_actions")
def say_when_a_member_left(actions: LogActionRegistry) -> None:
    actions.register_action(ARCHIVE, _("Archive"), _("Archived the member"))
    actions.register_action(HOSTNAME, _("Host name"), _("Changed the host name"))
    actions.register_action(IMPORT, _("Import"), _("Loaded from an archive"))
    actions.register_action(RESTORE, _("Bring back"), _("Brought the member back"))


@hooks.register("construct_homepage_summary_items", order=10)  # after Wagtail's own
def count_only_what_is_ones_own(request: HttpRequest, items: list[Component]) -> None:
    """Wagtail counts all pages below what a person's sections have in common: the whole site."""
    user: Any = request.user  # signed in, or there were no home of the admin
    if memberships_of(user) and not user_can_manage_members(user):
        items[:] = [item for item in items if not isinstance(item, PagesSummaryItem)]


@hooks.register("construct_homepage_panels")
def start_from_own_section(request: HttpRequest, panels: list[Component]) -> None:
    panels[:0] = [YourSectionPanel(), DeskPanel()]


hooks.register(HOOK, items_of_approval, order=-1)  # a person's own first
hooks.register(HOOK, items_of_pages)
hooks.register("construct_homepage_panels", leave_out_what_the_desk_shows)
hooks.register("construct_main_menu", open_at_own_section)
hooks.register(TOKENS_HOOK, tokens)


@hooks.register("construct_homepage_panels", order=20)
def begin_with_the_switch(request: HttpRequest, panels: list[Component]) -> None:
    panels.insert(0, WorkForPanel())


@hooks.register("register_admin_urls")
def register_the_switch() -> list[Any]:
    return [path("work-for/", WorkForView.as_view(), name="work_for")]


@hooks.register("construct_main_menu")
def name_the_current_organisation(request: HttpRequest, items: list[Any]) -> None:
    user: Any = request.user
    if item := menu_item(user):
        items.append(item)
    if item := room_item(user):
        items.append(item)


@hooks.register("register_admin_urls")
def register_the_desk() -> list[Any]:
    return [
        path("desk/", DeskView.as_view(), name="desk"),
        path("reports/members/", MembersReportView.as_view(), name="members_report"),
    ]


@hooks.register("register_reports_menu_item")
def report_by_member() -> MembersReportItem:
    return MembersReportItem()


@hooks.register("register_admin_urls")
def register_the_room() -> list[Any]:
    return [path("members-room/", MembersRoomView.as_view(), name="members_room")]


@hooks.register("first_collection")
def upload_to_the_current_organisation(user: Any) -> int | None:
    """Asked by the forms in which files are uploaded."""
    organisation = current_organisation(user)
    return organisation.collection_id if organisation else None


@hooks.register("construct_reports_menu")
def leave_out_what_is_for_the_alliance(request: HttpRequest, items: list[Any]) -> None:
    user: Any = request.user
    if not user_can_manage_members(user):
        items[:] = [item for item in items if item.name != "page-types-usage"]
