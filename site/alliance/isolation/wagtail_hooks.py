from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from alliance.base.own_words import gettext_lazy as _
from members.permissions import user_can_manage_members

from .views import IsolationView


@hooks.register("register_admin_urls")
def address_of_the_result() -> list[URLPattern]:
    return [path("reports/isolation/", IsolationView.as_view(), name="isolation_report")]


class StaffMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        user: Any = request.user
        return user_can_manage_members(user)


@hooks.register("register_reports_menu_item")
def name_the_result_among_the_reports() -> MenuItem:
    label = _("Isolation of the members")
    return StaffMenuItem(label, reverse("isolation_report"), icon_name="lock", order=1300)
