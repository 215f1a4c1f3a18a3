"""The screens on which leads keep the people of their own organisation."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.generic import FormView, View
from django.views.generic.detail import SingleObjectMixin
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import DeleteView, EditView, IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import policy_registry

from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy

from .current import current_organisation, organisations_of
from .forms import InvitationForm, RoleForm
from .invitations import invite, remind
from .models import Membership, Organisation
from .permissions import user_can_manage_members
from .teams import LastLeadError, end_membership, organisations_managed_by


class OwnPeople:
    """What is not the person's to see is not there, whichever view asks."""

    request: HttpRequest

    def get_queryset(self) -> QuerySet[Membership]:
        policy = policy_registry.get_by_type(Membership)
        found = policy.instances_user_has_permission_for(self.request.user, "change")
        return found.select_related("user", "organisation")


class TeamIndexView(IndexView):
    page_title = gettext_lazy("People")
    default_ordering = ["organisation__slug", "user__email"]

    @cached_property
    def shown(self) -> Organisation | None:
        """The one organisation of several that the person works for just now."""
        user: Any = self.request.user
        several = len(organisations_of(user)) > 1 and not user_can_manage_members(user)
        return current_organisation(user) if several else None

    def get_page_subtitle(self) -> str:
        return str(self.shown or "")

    def get_base_queryset(self) -> QuerySet[Membership]:
        found = OwnPeople.get_queryset(self).prefetch_related("organisation__texts__locale")
        return found.filter(organisation=self.shown) if self.shown else found

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Invite a person"), url=self.add_url, icon_name="plus")]


class InviteView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    model = Membership
    template_name = "wagtailadmin/generic/form.html"
    page_title = gettext_lazy("Invite a person")
    header_icon = "user"
    permission_required = "add"
    index_url_name = ""

    def get_form_class(self) -> type[InvitationForm]:
        return InvitationForm

    def get_form_kwargs(self) -> dict[str, Any]:
        user: Any = self.request.user  # signed in, and allowed to be here
        led = organisations_managed_by(user)
        return {**super().get_form_kwargs(), "organisations": led, "inviter": user}

    def get_initial(self) -> dict[str, Any]:
        user: Any = self.request.user
        return {**super().get_initial(), "organisation": current_organisation(user)}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        people = {"url": self.get_success_url(), "label": _("People")}
        return [*self.breadcrumbs_items, people, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {"submit_button_label": _("Invite"), "action_url": self.request.path}
        words["submit_button_active_label"] = _("Sending…")
        return super().get_context_data(**kwargs) | words

    def form_valid(self, form: InvitationForm) -> HttpResponse:
        said = form.cleaned_data
        invite(said["email"], said["organisation"], said["role"], said["language"])
        text = _("An invitation is on its way to %(address)s.") % {"address": said["email"]}
        messages.success(self.request, text)
        return redirect(self.get_success_url())

    def get_success_url(self) -> str:
        return reverse(self.index_url_name)


@method_decorator(transaction.atomic, name="post")
class RoleView(OwnPeople, EditView):
    """The check for the last lead and the change belong together."""

    actions = ["edit"]

    def get_form_class(self) -> type[BaseForm]:
        return RoleForm


class RemoveView(OwnPeople, DeleteView):
    page_title = gettext_lazy("Remove")

    @property
    def confirmation_message(self) -> str:
        return _(
            "The person can then no longer work here. The account stays, and so does what the "
            "person is elsewhere."
        )

    def form_valid(self, form: BaseForm) -> HttpResponse:
        try:
            end_membership(self.object)
        except LastLeadError as error:
            messages.error(self.request, str(error))
        else:
            text = _("%(person)s was removed.") % {"person": self.object.user}
            messages.success(self.request, text)
        return redirect(self.get_success_url())


class RemindView(OwnPeople, PermissionCheckedMixin, SingleObjectMixin[Membership], View):
    """Sends the invitation again to who has not yet chosen a password."""

    model = Membership
    permission_required = "change"
    index_url_name = ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        membership = self.get_object()
        if membership.user.has_usable_password():
            raise PermissionDenied
        remind(membership)
        text = _("An invitation is on its way to %(address)s.")
        messages.success(request, text % {"address": membership.user.email})
        return redirect(reverse(self.index_url_name))


class StateColumn(Column):
    """Whether an invited person has come yet, and else a way to write again."""

    cell_template_name = "members/admin/state_cell.html"


class TeamViewSet(ModelViewSet):
    model = Membership
    name = url_prefix = "people"
    icon = "user"
    menu_label = gettext_lazy("People")
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = TeamIndexView
    add_view_class = InviteView
    edit_view_class = RoleView
    delete_view_class = RemoveView
    form_fields = ["role"]
    list_filter = ["role"]
    search_fields = ["user__email", "user__first_name", "user__last_name"]
    list_display = [
        "user",
        Column("user__email", label=gettext_lazy("E-mail address"), accessor="user.email"),
        "organisation",
        Column("role", label=gettext_lazy("Role"), accessor="get_role_display"),
        StateColumn("state", label=gettext_lazy("State")),
        DateColumn("last_login", label=gettext_lazy("Last sign-in"), accessor="user.last_login"),
    ]

    def get_urlpatterns(self) -> list[Any]:
        """Without history and usage, which Wagtail shows for any number in the address."""
        kept = ("index", "index_results", "add", "edit", "delete")
        patterns = [found for found in super().get_urlpatterns() if found.name in kept]
        remind_view = self.construct_view(RemindView)
        return [*patterns, path("remind/<int:pk>/", remind_view, name="remind")]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        without = {"history_url_name": None, "usage_url_name": None}
        return super().get_common_view_kwargs(**without, **kwargs)
