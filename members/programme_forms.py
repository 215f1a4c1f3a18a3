"""The form of a new joint programme; the command's words are checked by it, too."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alliance.base.own_words import gettext_lazy as _

from .forms import NewMemberForm
from .models import Organisation, OrganisationText
from .programmes import members_to_run


class NewProgrammeForm(NewMemberForm):
    field_order = ("name", "slug", "run_by")

    slug = forms.SlugField(
        label=_("Short address"),
        help_text=_("The section’s address, /en/programmes/…/. It stays the same for good."),
    )
    run_by = forms.ModelMultipleChoiceField(
        label=_("Run by"),
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "The members that run it together. Their people work here only if they are invited."
        ),
    )
    kinds = None  # type: ignore[assignment]  # so a form leaves out what its parent asks
    nations = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["run_by"]
        choice.queryset = members_to_run()

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        found = Organisation.objects.filter(slug=slug).first()
        if found and found.is_archived:
            raise ValidationError(_("This programme is archived. Bring it back instead."))
        if found and not (found.is_programme and self.repairs):
            raise ValidationError(_("An organisation has this address already. Choose another."))
        return slug

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        others = OrganisationText.objects.filter(
            name__iexact=name, organisation__is_programme=True
        ).exclude(organisation__slug=self.data.get("slug", ""))
        if other := others.select_related("organisation").first():
            message = _("A joint programme has this name already, at the address “%(slug)s”.")
            raise ValidationError(message, params={"slug": other.organisation.slug})
        return name

    def clean_run_by(self) -> list[Organisation]:
        chosen = list(self.cleaned_data["run_by"])
        if len(chosen) < 2:
            raise ValidationError(
                _("Choose two members or more: what one runs alone is in its section.")
            )
        return chosen
