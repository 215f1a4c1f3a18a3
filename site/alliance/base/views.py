from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from wagtail import views as wagtail_views

from . import tree
from .routing import route


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Wagtail's own view, given a route that cost one query."""
    request._wagtail_route_for_request = route(request, path)  # type: ignore[attr-defined]
    return wagtail_views.serve(request, path)


def redirect_to_language(request: HttpRequest) -> HttpResponse:
    """The root leads to the reader's language, or to English where the site has none of theirs."""
    wanted = get_language_from_request(request)
    public = {locale.language_code for locale in tree.for_request(request).locales.values()}
    response = redirect(f"/{wanted if wanted in public else settings.LANGUAGE_CODE}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
