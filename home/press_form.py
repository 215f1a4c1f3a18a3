from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alliance.base.page_form import PageForm
from members.models import PressContact

from .press import contacts_offered


class PressContactsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, contact: Any) -> str:
        hours = _("out of hours") if contact.out_of_hours else ""
        return ", ".join(str(part) for part in (contact.name, contact.role, hours) if part)


class NewsPageForm(PageForm):
    """Offers the press contacts of the page's own organisation, in the page's language."""

    press_contacts = PressContactsField(
        PressContact.objects.none(),
        label=_("Press contacts"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those of your organisation; they are kept once for each language."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "press_contacts" in self.fields:
            page = self.instance
            self.fields["press_contacts"].queryset = contacts_offered(
                page.organisation_id, page.locale
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        before = self.initial.get("embargo_until")
        if "embargo_until" in self.changed_data and cleaned.get("go_live_at") == before:
            # The hour to go live came from the embargo, so it moves or goes with it.
            cleaned["go_live_at"] = cleaned.get("embargo_until")
        return cleaned
