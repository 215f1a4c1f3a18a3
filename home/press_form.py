from typing import TYPE_CHECKING, Any, cast

from django import forms

from alliance.base.models import User
from alliance.base.own_words import gettext_lazy as _
from alliance.base.page_form import PageForm
from members.models import PressContact

from .press import contacts_offered

if TYPE_CHECKING:
    from .models import NewsPage


class PressContactsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, contact: Any) -> str:
        hours = _("out of hours") if contact.out_of_hours else ""
        return ", ".join(str(part) for part in (contact.name, contact.role, hours) if part)


class TranslatedContactsForm(forms.Form):
    """The same for a release that is translated text by text, and not in a form of its own."""

    press_contacts = PressContactsField(
        PressContact.objects.none(),
        label=_("Press contacts"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Without a choice the release names those that its source names."),
    )

    def __init__(self, page: "NewsPage", data: Any = None) -> None:
        super().__init__(data, initial={"press_contacts": page.press_contacts.all()})
        self.page = page
        offered = contacts_offered(page.organisation_id, page.locale)
        cast(PressContactsField, self.fields["press_contacts"]).queryset = offered

    def save(self, user: User) -> None:
        """Readers of a published translation see the choice at once, as it has no draft."""
        self.page.press_contacts.set(self.cleaned_data["press_contacts"])
        self.page.save()
        revision = self.page.save_revision(user=user, log_action=True, clean=False)
        if self.page.live:
            revision.publish(user=user)


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
