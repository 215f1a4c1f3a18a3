"""Public pages held as they were sent, for as long as nothing they show has changed."""

import time
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_max_age, has_vary_header

from .models import Generation
from .tree import Tree

GetResponse = Callable[[HttpRequest], HttpResponseBase]
Held = tuple[int, float, HttpResponse]  # generation, when it was made, what was sent


class HeldPagesMiddleware:
    """Sends an anonymous reader what another one got, if the generation is still the same.

    One query then answers. `Age` tells caches in front how old it is, so that together
    they never hold a page for longer than its `max-age`.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.cache = caches["pages"]

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not may_be_held(request):
            return self.get_response(request)
        key = key_of(request)
        held: Held | None = self.cache.get(key)
        if held and held[0] == Generation.current():
            held[2].headers["Age"] = str(round(time.time() - held[1]))
            return held[2]
        response = self.get_response(request)
        tree: Tree | None = getattr(request, "tree", None)
        if tree and (seconds := seconds_to_hold(response)):
            self.cache.set(key, (tree.generation, time.time(), response), seconds)
        return response


def may_be_held(request: HttpRequest) -> bool:
    """A query string can be anything, so it would fill the cache with what nobody asks for."""
    return (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and not hasattr(request, "is_dummy")  # a draft, as Wagtail asks for it under its address
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
    )


def key_of(request: HttpRequest) -> str:
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    return sha256(f"{request.build_absolute_uri()} {zipped}".encode()).hexdigest()


def seconds_to_hold(response: Any) -> int:
    """0 for what was meant for one reader alone, and for what is not a page."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return 0
    if "public" not in response.get("Cache-Control", ""):
        return 0
    if any(has_vary_header(response, name) for name in ("*", "Cookie", "Accept-Language")):
        return 0
    return get_max_age(response) or 0
