"""The filters of lists. An address that asks for what there is not is a 404."""

from collections.abc import Iterable

from django import forms
from django.http import Http404, HttpRequest

from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _

from .enums import EventKind, ResourceKind, Scope, When


class FilterForm(forms.Form):
    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.GET)

    def answers(self) -> dict[str, str]:
        if not self.is_valid():
            raise Http404(self.errors.as_text())
        return self.cleaned_data


class NewsFilterForm(FilterForm):
    scope = forms.ChoiceField(label=_("News of"), choices=Scope.choices, required=False)

    def __init__(self, request: HttpRequest, index: BasePage) -> None:
        super().__init__(request)
        if index.organisation_id is not None:
            del self.fields["scope"]

    def scope_asked(self) -> str:
        """Asked first, since the years to choose from are those of the scope."""
        scope = self.data.get("scope", "") if "scope" in self.fields else ""
        if scope not in Scope.values:
            raise Http404
        return scope

    def offer(self, years: Iterable[int]) -> None:
        choices = [("", _("All years")), *((str(year), str(year)) for year in years)]
        self.fields["year"] = forms.ChoiceField(label=_("Year"), choices=choices, required=False)


class EventFilterForm(FilterForm):
    when = forms.ChoiceField(label=_("When"), choices=When.choices, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("All kinds")), *EventKind.choices], required=False
    )


class ResourceFilterForm(FilterForm):
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("All kinds")), *ResourceKind.choices], required=False
    )
