"""The switch between the organisations that a person works for."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse, reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from alliance.base.models import User
from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy

from .current import current_organisation, organisations_of, work_for
from .models import Organisation


class WorkForForm(forms.Form):
    organisation = forms.ModelChoiceField(
        label=gettext_lazy("You work for"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        help_text=gettext_lazy(
            "Your screens start from this organisation’s section, and new files go to its "
            "collection. What you may do stays the same, in all your organisations."
        ),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        own = organisations_of(user)
        field.queryset = Organisation.objects.filter(pk__in=[found.pk for found in own])
        field.choices = [(found.pk, str(found)) for found in own]
        field.initial = current_organisation(user)


class WorkForView(WagtailAdminTemplateMixin, FormView):
    form_class = WorkForForm
    template_name = "members/admin/work_for.html"
    page_title = gettext_lazy("You work for")
    header_icon = "group"
    success_url = reverse_lazy("wagtailadmin_home")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user  # signed in, as this is a view of the admin
        if len(organisations_of(user)) < 2:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: WorkForForm) -> HttpResponse:
        user: Any = self.request.user
        organisation = form.cleaned_data["organisation"]
        work_for(user, organisation)
        text = _("You work for %(name)s now.") % {"name": organisation}
        messages.success(self.request, text)
        return super().form_valid(form)

    def get_success_url(self) -> str:
        """Back to where the switch was, unless somebody else's link says where that is."""
        address = self.request.POST.get("next", "")
        hosts = {self.request.get_host()}
        is_safe = url_has_allowed_host_and_scheme(address, hosts, self.request.is_secure())
        return address if is_safe else super().get_success_url()


class WorkForPanel(Component):
    """At the head of the admin's home; nothing for who works for one organisation, or none."""

    name = "work_for"
    template_name = "members/admin/work_for_panel.html"
    order = 1

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request = parent_context["request"]
        several = len(organisations_of(request.user)) > 1
        form = WorkForForm(user=request.user, auto_id="work-for-%s") if several else None
        return {"request": request, "form": form}


def menu_item(user: User) -> MenuItem | None:
    """Names the organisation on every screen, and leads to the switch."""
    if len(organisations_of(user)) < 2:
        return None
    label = _("You work for: %(name)s") % {"name": current_organisation(user)}
    return MenuItem(label, reverse("work_for"), name="work-for", icon_name="group", order=5)
