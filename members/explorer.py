"""Where the explorer begins for a member's people: at their own section."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import PageExplorerMenuItem
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page
from wagtail.permissions import policy_registry

from alliance.base.languages import own_language
from alliance.base.models import User

from .current import current_organisation
from .models import MemberHomePage
from .permissions import user_can_manage_members

EXPLORER = "explorer"  # as Wagtail names its item of the menu
HELD = "_section_to_start_from"


def section_to_start_from(user: User, language: str) -> MemberHomePage | None:
    """Of the organisation that the person works for just now: the section in the person's
    language, else in the source language, else any. The alliance's staff have the whole site.

    Wagtail makes its menu twice for each page of the admin, so the answer is held with the person.
    """
    if not hasattr(user, HELD):
        setattr(user, HELD, find_section(user, language))
    held: MemberHomePage | None = getattr(user, HELD)
    return held


def find_section(user: User, language: str) -> MemberHomePage | None:
    organisation = None if user_can_manage_members(user) else current_organisation(user)
    if organisation is None:
        return None
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(user, ["add", "change"])
    roots = MemberHomePage.objects.filter(organisation=organisation, alias_of=None)
    roots = roots.filter(pk__in=own.order_by().values("pk")).select_related("locale")
    wanted = (language, settings.LANGUAGE_CODE)
    return min(
        roots.order_by("path"),
        key=lambda root: [root.locale_code != code for code in wanted],
        default=None,
    )


class OwnSectionMenuItem(MenuItem):
    """*Pages*, which slides open at the section in place of what all sections have in common."""

    def __init__(self, item: MenuItem, section: MemberHomePage) -> None:
        super().__init__(
            item.label, item.url, name=item.name, icon_name=item.icon_name, order=item.order
        )
        self.section = section

    def render_component(self, request: HttpRequest) -> PageExplorerMenuItem:
        return PageExplorerMenuItem(
            self.name, self.label, self.url, self.section.pk, icon_name=self.icon_name
        )


def open_at_own_section(request: HttpRequest, items: list[Any]) -> None:
    user: Any = request.user  # signed in: this is the menu of the admin
    if section := section_to_start_from(user, own_language(request)):
        items[:] = [
            OwnSectionMenuItem(item, section) if item.name == EXPLORER else item for item in items
        ]


@require_admin_access
def explore(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    if section := section_to_start_from(user, own_language(request)):
        return redirect("wagtailadmin_explore", section.pk)
    view = page_viewset_registry.as_view("index", is_base_page=True)
    response: HttpResponse = view(request)
    return response
