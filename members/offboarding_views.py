"""Where alliance staff archive a member and bring it back."""

from typing import Any

from django import forms
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

from .models import Organisation
from .offboarding import NoSectionError, archive_member, restore_member


class ArchiveForm(forms.Form):
    forwarding_url = forms.URLField(
        label=gettext_lazy("New address"),
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy(
            "Where readers of the old pages may go on. Leave empty if there is nowhere."
        ),
    )


class OffboardingView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    model = Organisation
    template_name = "members/admin/offboarding.html"
    header_icon = "archive"
    permission_required = "change"
    success_url = reverse_lazy("organisations:index")
    explanation: Any = ""
    labels: tuple[Any, Any] = ("", "")

    @cached_property
    def organisation(self) -> Organisation:
        return get_object_or_404(Organisation, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.organisation)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organisations:index"), "label": _("Organisations")},
            {"url": "", "label": self.page_title, "sublabel": str(self.organisation)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words: dict[str, Any] = {"action_url": self.request.path, "explanation": self.explanation}
        words["submit_button_label"], words["submit_button_active_label"] = self.labels
        return super().get_context_data(**kwargs) | words


class ArchiveMemberView(OffboardingView):
    """Asks for it to be confirmed, and where the section's readers may go on."""

    form_class = ArchiveForm
    page_title = gettext_lazy("Archive the member")
    labels = (gettext_lazy("Archive"), gettext_lazy("Archiving…"))
    explanation = gettext_lazy(
        "All pages of the section are withdrawn, in every language. Its people can no longer work "
        "here, and accounts that are used nowhere else are closed. Nothing is deleted: you can "
        "bring the member back."
    )

    def get_initial(self) -> dict[str, Any]:
        archive = getattr(self.organisation, "archive", None)
        return {"forwarding_url": archive.forwarding_url} if archive else {}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        user: Any = self.request.user
        try:
            archive_member(self.organisation, form.cleaned_data["forwarding_url"], user)
        except NoSectionError as error:
            form.add_error(None, str(error))
            messages.validation_error(self.request, str(error), form)
            return self.form_invalid(form)
        said = _("%(name)s is archived.") % {"name": self.organisation}
        messages.success(self.request, said)
        return super().form_valid(form)


class RestoreMemberView(OffboardingView):
    form_class = forms.Form
    page_title = gettext_lazy("Bring the member back")
    header_icon = "undo"
    labels = (gettext_lazy("Bring back"), gettext_lazy("Bringing back…"))
    explanation = gettext_lazy(
        "The pages that were public when the member was archived are so again, and its people "
        "can work here again."
    )

    def form_valid(self, form: forms.Form) -> HttpResponse:
        user: Any = self.request.user
        if restore_member(self.organisation, user):
            is_programme = self.organisation.is_programme
            said = _("%(name)s is back.") if is_programme else _("%(name)s is a member again.")
            messages.success(self.request, said % {"name": self.organisation})
        return super().form_valid(form)
