from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from .brand import stylesheet, stylesheet_hash
from .models import Organisation

A_YEAR = 365 * 24 * 60 * 60


def brand(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    """An organisation's colours. An old address, from a page in some cache, gives the new ones."""
    organisation = get_object_or_404(Organisation, slug=slug)
    if not organisation.has_brand:
        raise Http404
    css = stylesheet(organisation.brand_primary, organisation.brand_secondary)
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    is_current = version == stylesheet_hash(css)
    age = f"max-age={A_YEAR}, immutable" if is_current else "max-age=60"
    response["Cache-Control"] = f"public, {age}"
    return response
