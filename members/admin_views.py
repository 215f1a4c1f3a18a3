from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy

from .application_views import answers_from
from .applications import approve
from .enums import ApplicationStatus
from .forms import NewMemberForm
from .hostname_views import say_where_it_leads
from .hostnames import HostnameTakenError
from .models import Application, Organisation
from .new_members import NoDirectoryError, add_member


class AddMemberView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """One form makes the organisation, its section in each language, and its first people."""

    model = Organisation
    form_class = NewMemberForm
    template_name = "wagtailadmin/generic/form.html"
    page_title = gettext_lazy("Add a member")
    submit_label = gettext_lazy("Add the member")
    no_place = gettext_lazy("There is no directory of members yet. Make that page first.")
    not_added = gettext_lazy("The member was not added: some answers need another look.")
    header_icon = "group"
    permission_required = "add"
    success_url = reverse_lazy("organisations:index")

    @cached_property
    def application(self) -> Application | None:
        """The one that is approved by adding the member."""
        asked = self.request.GET.get("application", "")
        waiting = Application.objects.filter(status=ApplicationStatus.WAITING)
        return get_object_or_404(waiting, pk=asked) if asked.isdecimal() else None

    def get_initial(self) -> dict[str, Any]:
        return answers_from(self.application) if self.application else super().get_initial()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organisations:index"), "label": _("Organisations")},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {
            "submit_button_label": self.submit_label,
            "action_url": self.request.get_full_path(),
        }
        words["submit_button_active_label"] = _("Adding…")
        return super().get_context_data(**kwargs) | words

    def form_valid(self, form: NewMemberForm) -> HttpResponse:
        try:
            organisation = self.add(form)
        except NoDirectoryError:
            form.add_error(None, str(self.no_place))
            return self.form_invalid(form)
        except HostnameTakenError:
            form.add_error("hostname", _("Another site has this host name already."))
            return self.form_invalid(form)
        messages.success(self.request, self.done(organisation, len(form.cleaned_data["people"])))
        say_where_it_leads(self.request, organisation)
        return super().form_valid(form)

    @transaction.atomic
    def add(self, form: NewMemberForm) -> Organisation:
        user: Any = self.request.user
        organisation = add_member(form.new_member())
        if self.application:
            approve(self.application, organisation, user)
        return organisation

    def form_invalid(self, form: NewMemberForm) -> HttpResponse:
        messages.validation_error(self.request, str(self.not_added), form)
        return super().form_invalid(form)

    def done(self, organisation: Organisation, people: int) -> str:
        said = [_("%(name)s has its section, as a draft.") % {"name": organisation}]
        if people:
            said.append(_("The invitations are on their way."))
        return " ".join(said)
