"""How a contact page's questions become a form, and what the address may fill in."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.contrib.forms.forms import BaseForm, FormBuilder, WagtailAdminFormPageForm
from wagtail.contrib.forms.models import AbstractFormField

from alliance.base.page_form import PageForm

from .enums import ContactPurpose
from .forms import PublicForm

LONGEST_PREFILL = 300


class ContactForm(PublicForm, BaseForm):
    pass


class ContactPageForm(PageForm, WagtailAdminFormPageForm):
    """The form in which an editor puts the questions together."""

    def clean(self) -> dict[str, Any]:
        """An answer is kept under the name that its question had when readers first saw it, not
        under the half of it that a draft was saved with."""
        if self.instance.first_published_at is None:
            for form in self.formsets["form_fields"].forms:
                form.instance.clean_name = ""
        # Nor need two questions of a draft be told apart yet.
        form = WagtailAdminPageForm if self.is_deferred_validation else WagtailAdminFormPageForm
        cleaned: dict[str, Any] = form.clean(self)
        return cleaned


class ContactFormBuilder(FormBuilder):
    def create_email_field(self, field: AbstractFormField, options: dict[str, Any]) -> forms.Field:
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        return forms.EmailField(widget=widget, **options)

    def create_multiline_field(
        self, field: AbstractFormField, options: dict[str, Any]
    ) -> forms.Field:
        return forms.CharField(
            widget=forms.Textarea(attrs={"rows": 8}), max_length=10_000, **options
        )

    def get_form_class(self) -> type[ContactForm]:
        return type("ContactForm", (ContactForm,), self.formfields)


def prefill(
    questions: Iterable[AbstractFormField], purpose: str, query: Mapping[str, str]
) -> dict[str, str]:
    """`?page=` answers the first short question of a problem report, `?about=` the first long."""
    page, about = (query.get(name, "").replace("\x00", "") for name in ("page", "about"))
    answers: dict[str, str] = {}
    if purpose == ContactPurpose.PROBLEM and page.startswith("/"):
        answers["singleline"] = page[:LONGEST_PREFILL]
    if about:
        answers["multiline"] = _("About: %(title)s") % {"title": about[:LONGEST_PREFILL]} + "\n\n"
    first = {question.field_type: question.clean_name for question in reversed(list(questions))}
    return {first[kind]: answer for kind, answer in answers.items() if kind in first}
