from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.admin.forms import WagtailAdminModelForm

from alliance.base.own_words import gettext_lazy as _

from .hostnames import clean_hostname, give_hostname, hostname_of
from .models import MemberHomePage, Organisation
from .programmes import members_to_run


class OrganisationForm(WagtailAdminModelForm):
    """With the host name, which is a site of its own and no field of the organisation."""

    hostname = forms.CharField(
        label=_("Host name"),
        max_length=253,
        required=False,
        help_text=_(
            "Only if the section is to have a name of its own, such as library.example.org."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What a programme is not asked, and what nobody else is.
        others = ("is_member", "kinds") if self.instance.is_programme else ("run_by",)
        for name in others:
            self.fields.pop(name, None)
        if "run_by" in self.fields:
            run_by: Any = self.fields["run_by"]
            run_by.required = True
            run_by.queryset = members_to_run(self.instance)
        if self.instance.pk and "hostname" in self.fields:
            self.fields["hostname"].initial = hostname_of(self.instance)

    def clean_hostname(self) -> str:
        name = clean_hostname(self.cleaned_data["hostname"], self.instance.slug)
        sections = MemberHomePage.objects.filter(organisation=self.instance.pk)
        if name and not (self.instance.pk and sections.exists()):
            raise ValidationError(_("Without a section there is nothing to show at this name."))
        return name

    @transaction.atomic
    def save(self, commit: bool = True) -> Organisation:
        organisation: Organisation = super().save(commit)
        # A form that does not ask for the name leaves it alone.
        if organisation.pk and self.add_prefix("hostname") in self.data:
            give_hostname(organisation, self.cleaned_data["hostname"], self.for_user)
        return organisation
