from typing import Any, ClassVar

from django import forms
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Locale, Page

from alliance.base.models import BasePage, User
from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy

from ..models import Offer
from .adopting import copies_of
from .permissions import user_can_adopt_into


class OfferForm(forms.ModelForm):
    class Meta:
        model = Offer
        fields = ("note",)
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 3})}


class PlaceChooser(AdminPageChooser):
    """A form that comes back with mistakes names no page of another's, whose number was sent."""

    def __init__(self, user: User, model: type[BasePage]) -> None:
        super().__init__(target_models=model.allowed_parent_page_models(), user_perms="copy_to")
        self.user = user

    def get_instance(self, value: Any) -> Any:
        page = super().get_instance(value)
        is_own = page and page.permissions_for_user(self.user).can_add_subpage()
        return page if is_own else None


class AdoptionForm(forms.Form):
    """Where a page goes, and in which of the languages that it is offered in."""

    parent = forms.ModelChoiceField(label=gettext_lazy("Place"), queryset=Page.objects.all())
    languages = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Languages"),
        queryset=Locale.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Those in which the page is published, and your section exists."),
    )

    def __init__(self, user: User, originals: list[BasePage], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.originals = user, originals
        self.model = originals[0].specific_class
        place: Any = self.fields["parent"]
        place.widget = PlaceChooser(user, self.model)
        languages: Any = self.fields["languages"]
        languages.queryset = Locale.objects.filter(pk__in=[page.locale_id for page in originals])

    def clean_parent(self) -> BasePage:
        parent: Any = self.cleaned_data["parent"].specific
        if not user_can_adopt_into(self.user, parent, self.model):
            raise forms.ValidationError(_("Choose a place of your own where such a page may be."))
        if parent.organisation_id == self.originals[0].organisation_id:
            raise forms.ValidationError(_("This page is from the same section."))
        return parent

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        parent = cleaned.get("parent")
        if parent:
            key = self.originals[0].translation_key
            there = {page.locale_id for page in copies_of(key, parent.organisation)}
            wanted = {locale.pk for locale in cleaned.get("languages", ())}
            if wanted & there:
                self.add_error("languages", _("Your section has this page in one of these."))
        return cleaned

    def chosen(self) -> list[BasePage]:
        wanted = {locale.pk for locale in self.cleaned_data["languages"]}
        return [page for page in self.originals if page.locale_id in wanted]
