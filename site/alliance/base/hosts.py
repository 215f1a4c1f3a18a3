"""Which names the site answers to: those of its sites, and what ALLOWED_HOSTS names beside."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port, validate_host
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import translation

from . import tree as trees
from .known_sites import USUAL_PORTS
from .middleware import ADMIN
from .models.asked import asked

MISDIRECTED = 421
# Who signs in does so on the alliance's host: cookies and passkeys belong to one name.
ALLIANCE_ONLY = ("invitation", "wagtailcore_login")


class HostMiddleware:
    """Comes before all else, since Django itself lets every host pass (see the decision).

    A name is looked up in memory. Only one that is not there costs a query, as it may be new.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        name, port = address_of(request)
        if not (is_allowed(request, name, port) or is_known(name, port)):
            return unknown_host(request)
        request.META["HTTP_HOST"] = name if port in USUAL_PORTS or not port else f"{name}:{port}"
        token = asked.set(request)
        try:
            response = self.get_response(request)
        finally:
            asked.reset(token)
        return self.look_again(request, response, name, port)

    def look_again(
        self, request: HttpRequest, response: HttpResponseBase, name: str, port: str
    ) -> HttpResponseBase:
        """The tree may have been read anew meanwhile, and the name withdrawn."""
        tree: trees.Tree | None = getattr(request, "tree", None)
        if tree is None:
            return response
        known = tree.sites.has(name, port or usual_port())
        if not (known or is_allowed(request, name, port)):
            return unknown_host(request)
        if response.has_header("Strict-Transport-Security") and is_members(tree, request):
            # What else a member runs below its name is not ours to force to https.
            seconds = settings.SECURE_HSTS_SECONDS
            response.headers["Strict-Transport-Security"] = f"max-age={seconds}"
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        is_for_staff = match is not None and match.view_name in ALLIANCE_ONLY
        if not (is_for_staff or request.path_info.startswith(ADMIN)):
            return None
        tree = trees.held()
        if not is_members(tree, request):
            return None
        return to_alliance(request, tree)


def address_of(request: HttpRequest) -> tuple[str, str]:
    """The name without a dot at its end, in small letters, and the port; empty if ill-formed."""
    return split_domain_port(request._get_raw_host())  # type: ignore[attr-defined]


def is_allowed(request: HttpRequest, name: str, port: str) -> bool:
    """Named by the operator, at the port that the server itself listens to or a usual one."""
    patterns = [pattern for pattern in settings.ALLOWED_HOSTS if pattern != "*"]
    ports = {"", request.META.get("SERVER_PORT", ""), *USUAL_PORTS}
    if not name or not validate_host(name, patterns):
        return False
    return port in ports or is_known(name, port)


def is_known(name: str, port: str) -> bool:
    port = port or usual_port()
    if not name:
        return False
    return trees.held().sites.has(name, port) or trees.current().sites.has(name, port)


def usual_port() -> str:
    """Any of them stands for a port that was not named."""
    return next(iter(USUAL_PORTS))


def is_members(tree: trees.Tree, request: HttpRequest) -> bool:
    return tree.is_members(tree.site_for(request))


def to_alliance(request: HttpRequest, tree: trees.Tree) -> HttpResponse:
    path = request.get_full_path()
    wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
    if (there := path_at_alliance(request, tree, wanted)) != wanted:
        path = f"{request.path}?{urlencode({REDIRECT_FIELD_NAME: there})}"
    response = redirect(settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path)
    response.headers["Cache-Control"] = "no-store"
    return response


def path_at_alliance(request: HttpRequest, tree: trees.Tree, path: str) -> str:
    """Where a page of a member's host is at the alliance, where the reader will be signed in."""
    parts = path.split("/", 2)
    language, rest = (parts[1], parts[2]) if path.startswith("/") and len(parts) > 2 else ("", "")
    site, default = tree.site_for(request), tree.sites.default
    above = tree.root_path(default, language) if default else None
    section = tree.root_path(site, language) if site else None
    if not above or not section or not section.startswith(above):
        return path
    return f"/{language}/{section.removeprefix(above)}{rest}"


def unknown_host(request: HttpRequest) -> HttpResponse:
    """Says so without a word of any site's, and builds no address from what was asked."""
    language = translation.get_language_from_path(request.path_info)
    with translation.override(language or translation.get_language_from_request(request)):
        context = {"alliance_url": settings.WAGTAILADMIN_BASE_URL}
        text = render_to_string("421.html", context)
        response = HttpResponse(text, status=MISDIRECTED)
        response.headers["Content-Language"] = translation.get_language() or ""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
