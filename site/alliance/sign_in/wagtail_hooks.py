from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks

from alliance.base.own_words import gettext as _


@hooks.register("register_account_menu_item")
def see_to_ones_sign_in(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Sign-in and security"),
        "help_text": _("A second step, passkeys, recovery codes, and where you are signed in."),
    }
