"""Where alliance staff read who would join, and answer."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy

from .applications import decline
from .models import Application


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "The applicant gets these words by mail. Write them in the language named above."
        ),
    )


class ApplicationIndexView(IndexView):
    def get_edit_url(self, instance: Application) -> str:
        return reverse("applications:inspect", args=[instance.pk])


class ApplicationView(InspectView):
    """The whole application, and below it the two ways to answer."""

    template_name = "members/admin/application.html"
    fields = ["contact_name", "email", "website", "why", "language", "received_at", "status"]
    permission_required = "change"

    @cached_property
    def form(self) -> DeclineForm:
        return DeclineForm(self.request.POST or None)

    def get_header_buttons(self) -> list[Any]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "form": self.form, "approve_url": approve_url(self.object)}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.form.is_valid():
            return self.get(request, *args, **kwargs)
        user: Any = request.user
        decline(self.object, self.form.cleaned_data["reason"], user)
        messages.success(request, _("The answer is on its way."))
        return redirect(reverse("applications:index"))


def approve_url(application: Application) -> str:
    return f"{reverse('organisations:add_member')}?application={application.pk}"


def answers_from(application: Application) -> dict[str, Any]:
    """What the form of a new member can take over."""
    return {
        "name": application.organisation_name,
        "slug": slugify(application.organisation_name)[:50],
        "languages": [application.language],
        "people": application.email,
    }


class ApplicationViewSet(ModelViewSet):
    model = Application
    name = url_prefix = "applications"
    icon = "mail"
    menu_label = gettext_lazy("Applications")
    menu_order = 255
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = ApplicationIndexView
    inspect_view_class = ApplicationView
    form_fields = ["status"]
    list_filter = ["status"]
    search_fields = ["organisation_name", "contact_name", "email"]
    list_display = [
        "organisation_name",
        "contact_name",
        DateColumn("received_at", label=gettext_lazy("Received")),
        Column("status", label=gettext_lazy("State"), accessor="get_status_display"),
    ]

    def get_urlpatterns(self) -> list[Any]:
        """Nobody writes an application here, or changes what somebody has written."""
        kept = ("index", "index_results", "inspect")
        return [found for found in super().get_urlpatterns() if found.name in kept]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        names = ("add", "edit", "delete", "history", "usage")
        without = {f"{name}_url_name": None for name in names}
        return super().get_common_view_kwargs(**without, **kwargs)
