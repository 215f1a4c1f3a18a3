from typing import Any

from allauth.account.forms import ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm as MFAAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as MFAReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.conf import settings
from django.utils import translation
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from alliance.base.own_words import gettext
from alliance.base.own_words import gettext_lazy as _

from .guessing import GuessLimit

CODE = {"autocomplete": "one-time-code", "inputmode": "numeric"}


class SignInForm(LoginForm):
    def clean(self) -> dict[str, Any] | None:
        email = self.cleaned_data.get("username")
        if not email or not self.cleaned_data.get("password"):
            return super().clean()
        limit = GuessLimit(self.request, email)
        if not limit.take():
            raise forms.ValidationError(
                gettext(
                    "Too many wrong passwords. Wait a quarter of an hour, sign in with a passkey, "
                    "or have a link for a new password sent to you."
                )
            )
        cleaned = super().clean()
        limit.forget()
        return cleaned


class PasswordResetForm(WagtailPasswordResetForm):
    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """In the language of the person, not in that of the admin."""
        context = args[2]
        with translation.override(context["user"].language or settings.LANGUAGE_CODE):
            super().send_mail(*args, **kwargs)


def code_field(**attrs: bool) -> forms.CharField:
    return forms.CharField(label=_("Code"), widget=forms.TextInput(attrs=CODE | attrs))


class SecondStepForm(MFAAuthenticateForm):
    code = code_field(autofocus=True)


class ConfirmByCodeForm(MFAReauthenticateForm):
    code = code_field()


class AppForm(ActivateTOTPForm):
    code = forms.CharField(label=_("The code that the app now shows"), widget=forms.TextInput(CODE))


class ConfirmByPasswordForm(ReauthenticateForm):
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class PasskeyForm(AddWebAuthnForm):
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=60,
        help_text=_("So that you know it again, such as “Phone” or “Blue key”."),
    )
    passwordless = forms.BooleanField(
        label=_("Sign in with it alone"),
        required=False,
        initial=True,
        help_text=_(
            "Then you need no password. The device asks for your fingerprint, face or PIN instead."
        ),
    )
