from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.localization import get_localized_response

from alliance.base.middleware import ADMIN, GetResponse
from alliance.base.own_words import gettext as _

from .devices import remember_device
from .permissions import user_needs_second_factor

SEEN_EVERY = 300  # seconds between two notes that a session is in use
# What stays open to somebody who must first set up a second step.
OPEN = (
    "mfa_index",
    "account_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
)


class SignInMiddleware:
    """Notes devices and sessions, and asks for a second step where one is required.

    It looks at nobody who only reads: outside the admin it acts on a sign-in alone.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        in_admin = request.path_info.startswith(ADMIN)
        if in_admin and self.must_wait(request):
            return get_localized_response(lead_to_second_factor, request)
        response = self.get_response(request)
        came_in = getattr(request, "came_in", None)
        if came_in:
            remember_device(response, came_in)
        if came_in or in_admin:
            note_session(request, is_new=bool(came_in))
        return response

    def must_wait(self, request: HttpRequest) -> bool:
        is_open = request.path_info.startswith(tuple(reverse(name) for name in OPEN))
        return not is_open and user_needs_second_factor(request.user)


def lead_to_second_factor(request: HttpRequest) -> HttpResponseBase:
    messages.warning(request, _("Before anything else, set up a second step for signing in."))
    return redirect("mfa_index")


def note_session(request: HttpRequest, *, is_new: bool) -> None:
    key = request.session.session_key
    if not request.user.is_authenticated or not key:
        return
    if cache.add(f"session-seen-{key}", True, SEEN_EVERY) or is_new:
        UserSession.objects.create_from_request(request)
