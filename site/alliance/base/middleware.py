from collections import Counter
from collections.abc import Callable
from typing import Any

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.conf import settings
from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.localization import get_localized_response
from wagtail.models import Page

from .languages import own_language
from .unfinished import UnfinishedError, say_unfinished

GetResponse = Callable[[HttpRequest], HttpResponseBase]
ADMIN = "/admin/"


class LanguageMiddleware:
    """The address decides the language; the reader's preference only where it names none.

    Unlike Django's own, it redirects nothing but what `urls.py` redirects: a missing
    address is a 404, and no cookie is read or set.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        named = translation.get_language_from_path(request.path_info)
        language = named or self.preferred(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "")
        if not named and response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Accept-Language"])
        return response

    def preferred(self, request: HttpRequest) -> str:
        """The admin is in a language that it has throughout, whatever the reader prefers."""
        preferred = translation.get_language_from_request(request)
        if request.path_info.startswith(ADMIN) and preferred not in dict(
            settings.WAGTAILADMIN_PERMITTED_LANGUAGES
        ):
            return settings.LANGUAGE_CODE
        return preferred


class CacheControlMiddleware:
    """Lets any cache hold what anyone may see, and none what a signed-in person got."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if self.is_public(request, response):
            patch_cache_control(response, public=True, max_age=settings.PAGE_MAX_AGE)
        else:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    def is_public(self, request: HttpRequest, response: HttpResponseBase) -> bool:
        return (
            request.method in ("GET", "HEAD")
            and response.status_code in (200, 301, 404, 410)
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and not response.cookies
        )


class AdminPolicyMiddleware:
    """Wagtail's admin has inline scripts and styles, so its policy is a looser one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path_info.startswith(ADMIN):
            response._csp_update = {  # type: ignore[attr-defined]
                "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
                "style-src": [SELF, UNSAFE_INLINE],
                "img-src": [SELF, "data:", "blob:"],
            }
        return response


class RefusalMiddleware:
    """Tells an editor why something was not done, where a view of Wagtail expects that it can be.

    Subclasses name the exception that says so, and lead on from it.
    """

    refusal: type[Exception]

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        if not isinstance(exception, self.refusal):
            return None
        return get_localized_response(self.refuse, request, exception)

    def refuse(self, request: HttpRequest, exception: Any) -> HttpResponseBase:
        raise NotImplementedError


class StillInUseMiddleware(RefusalMiddleware):
    """Says that a thing is still in use, where the database will not delete it.

    Wagtail says so itself, but only once its worker has indexed what uses the thing.
    """

    refusal = ProtectedError

    def refuse(self, request: HttpRequest, exception: ProtectedError) -> HttpResponseBase:
        language = own_language(request)
        with translation.override(language):
            text = still_used(exception, request.user)
        messages.error(request, format_html('<span lang="{}">{}</span>', language, text))
        return redirect(request.get_full_path())


def still_used(exception: ProtectedError, user: Any) -> str:
    users = Counter(named(thing, user) for thing in exception.protected_objects)
    listed = "; ".join(
        f"{name} ({number})" if number > 1 else name for name, number in sorted(users.items())
    )
    text = _("Nothing was deleted, as it is still used by: %(listed)s. Change that first.")
    return text % {"listed": listed}


def named(thing: Any, user: Any) -> str:
    """A thing that is in the way by the page it stands on; others' drafts by their kind alone."""
    page = thing if isinstance(thing, Page) else getattr(thing, "page", None)
    if page is None:
        return str(thing._meta.verbose_name)
    page = page.specific
    kind = str(page._meta.verbose_name)
    is_known = page.live or page.permissions_for_user(user).can_edit()
    return f"{kind} “{page.get_admin_display_title()}”" if is_known else kind


class UnfinishedMiddleware(RefusalMiddleware):
    """Leads an editor to the page that cannot be published yet, say on approving it."""

    refusal = UnfinishedError

    def refuse(self, request: HttpRequest, exception: UnfinishedError) -> HttpResponseBase:
        edit = say_unfinished(request, exception)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": edit})  # as its dialogues expect
        return redirect(edit)
