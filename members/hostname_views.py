"""Staff are told whether a member's host name leads here, and which record is missing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import EditView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from alliance.base.own_words import gettext_lazy as _

from .dns_check import check_hostname
from .hostnames import hostname_of
from .models import Organisation


def say_where_it_leads(request: HttpRequest, organisation: Organisation) -> None:
    """Never an error: who keeps the DNS is somebody else, and may do it later."""
    name = hostname_of(organisation)
    if not name:
        return
    finding = check_hostname(name)
    say = messages.success if finding.is_right else messages.warning
    say(request, finding.text)


class CheckHostnameView(PermissionCheckedMixin, View):
    model = Organisation
    permission_required = "change"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        organisation = get_object_or_404(Organisation, pk=pk)
        say_where_it_leads(request, organisation)
        return redirect("organisations:edit", organisation.pk)


class OrganisationEditView(EditView):
    def form_valid(self, form: Any) -> Any:
        response = super().form_valid(form)
        if "hostname" in form.changed_data:
            say_where_it_leads(self.request, self.object)
        return response

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not hostname_of(self.object):
            return list(super().header_buttons)
        address = reverse("organisations:check_hostname", args=[self.object.pk])
        check = HeaderButton(_("Check the host name"), url=address, icon_name="globe", priority=10)
        return [*super().header_buttons, check]
