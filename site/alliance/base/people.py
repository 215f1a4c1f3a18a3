"""Where people choose their language: in their own account, or who looks after users for them."""

from typing import Any

from django import forms
from wagtail.admin.views.account import BaseSettingsPanel
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .models import User
from .own_words import gettext_lazy as _


class LanguageSelect(forms.Select):
    """Each language is named in itself."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"attrs": option["attrs"] | ({"lang": value} if value else {})}


class LanguageForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["language"]
        widgets = {"language": LanguageSelect}


class LanguageSettingsPanel(BaseSettingsPanel):
    name = "language"
    title = _("Language")
    order = 350
    form_class = LanguageForm


class PersonCreationForm(UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"language"}
        widgets = UserCreationForm.Meta.widgets | LanguageForm.Meta.widgets


class PersonEditForm(UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"language"}
        widgets = UserEditForm.Meta.widgets | LanguageForm.Meta.widgets


class UserViewSet(WagtailUserViewSet):
    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return PersonEditForm if for_update else PersonCreationForm
