"""Forms for anonymous readers: they set no cookie, so that any cache may hold their pages."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from alliance.base.own_words import gettext_lazy as _

TOKEN_SALT = "home.public-form"  # noqa: S105
TOKEN_HOURS = 12
OWN_FIELDS = ("form_token", "leave_empty")


def make_token() -> str:
    return signing.dumps("form", salt=TOKEN_SALT)


def token_is_fresh(token: str) -> bool:
    try:
        signing.loads(token, salt=TOKEN_SALT, max_age=TOKEN_HOURS * 3600)
    except signing.BadSignature:
        return False
    return True


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that this very site sent the form, and no other one."""
    sender = request.headers.get("Origin") or origin_of(request.headers.get("Referer", ""))
    return sender in (f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS)


def origin_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


class Honeypot(forms.TextInput):
    """Hidden by the stylesheet under this name; only programs fill it in."""


class TokenField(forms.CharField):
    """A form that is shown again has a new token, and else what was typed."""

    def bound_data(self, data: Any, initial: Any) -> Any:
        return initial


class PublicForm(forms.Form):
    """In place of a cookie: a signed token that expires, and the browser's word of its origin."""

    def __init__(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)
        self.fields["leave_empty"] = forms.CharField(
            label=_("Leave this empty"),
            required=False,
            widget=Honeypot(attrs={"autocomplete": "off", "tabindex": "-1"}),
        )
        self.fields["form_token"] = TokenField(
            required=False, widget=forms.HiddenInput, initial=make_token
        )

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.cleaned_data.get("leave_empty"))

    @property
    def answers(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields if name not in OWN_FIELDS}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.request is None or not comes_from_here(self.request):
            self.add_error(None, _("This message did not come from our own form. Send it again."))
        elif not token_is_fresh(cleaned.get("form_token", "")):
            self.add_error(None, _("This form was open for too long. Please send it again."))
        return cleaned
