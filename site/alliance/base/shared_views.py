"""What whoever has a link that expires is shown."""

from copy import copy
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from .expiring_links import LinkOverError, UnknownLinkError, find_link
from .models import ExpiringLink
from .private_documents import send_file

NOT_ONES_OWN = ("HTTP_COOKIE", "HTTP_AUTHORIZATION")


@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponseBase:
    response: HttpResponseBase
    try:
        link = find_link(token)
    except UnknownLinkError:
        response = render(request, "404.html", status=404)
    except LinkOverError:
        response = render(request, "expiring_links/over.html", status=410)
    else:
        response = send_file(link.document, request) if link.document else show(link, request)
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"  # the address is the key
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def show(link: ExpiringLink, request: HttpRequest) -> HttpResponse:
    """The page as it was last saved, in its own language, as somebody unknown would see it."""
    page: Any = link.thing
    if page.live and not page.has_unpublished_changes and not page.get_view_restrictions():
        return redirect(page.get_url(request) or "/")
    draft = page.get_latest_revision_as_object()
    response: HttpResponse = draft.make_preview_request(
        as_nobody(request), draft.default_preview_mode, {"expiring_link": link}
    )
    response.cookies.clear()
    return response


def as_nobody(request: HttpRequest) -> HttpRequest:
    """Who opens a link may be signed in, which the page is not to show."""
    unknown = copy(request)
    unknown.META = {name: x for name, x in request.META.items() if name not in NOT_ONES_OWN}
    return unknown
