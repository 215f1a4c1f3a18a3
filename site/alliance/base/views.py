from datetime import timedelta
from posixpath import normpath

from django.conf import settings
from django.contrib.sitemaps import views as sitemap_views
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.csrf import csrf_exempt
from django.views.static import serve as serve_file
from wagtail import views as wagtail_views

from . import tree
from .routing import WithdrawnError, route
from .sitemaps import PageSitemap

SECURITY_TXT_DAYS = 180  # RFC 9116 wants less than a year


@csrf_exempt
def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Wagtail's own view, given a route that cost one query.

    Django's check would need a cookie. The few pages that take a form check it themselves.
    """
    try:
        found = route(request, path)
    except WithdrawnError as error:
        return render(request, "410.html", {"archive": error.archive}, status=410)
    request._wagtail_route_for_request = found  # type: ignore[attr-defined]
    return wagtail_views.serve(request, path)


def redirect_to_language(request: HttpRequest) -> HttpResponse:
    """The root leads to the reader's language, or to English where the site has none of theirs."""
    wanted = get_language_from_request(request)
    known = tree.for_request(request)
    site = known.site_for(request)
    public = known.languages_of(site) if site else []
    # A member may have no page in the source language.
    best = [code for code in (wanted, settings.LANGUAGE_CODE, *public) if code in public]
    response = redirect(f"/{next(iter(best), settings.LANGUAGE_CODE)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Uploads, where no server in front answers for them; a file can run nothing.

    A document has a view of Wagtail's, which asks who may read it.
    """
    path = normpath(path).lstrip("/")
    if path.startswith("documents/"):
        raise Http404
    try:
        response = serve_file(request, path, document_root=str(settings.MEDIA_ROOT))
    except OSError as error:  # such as a name longer than a file can have
        raise Http404 from error
    response["Cache-Control"] = "public, max-age=86400"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def sitemap(request: HttpRequest) -> HttpResponse:
    """The whole site or, where it is too long for one file, an index of its parts."""
    pages = PageSitemap(request)
    if "p" in request.GET or pages.paginator.num_pages == 1:
        return sitemap_views.sitemap(request, {"pages": pages})
    address = own_address(request, request.path)
    parts = [
        sitemap_views.SitemapIndexItem(f"{address}?p={number}")
        for number in pages.paginator.page_range
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": parts}, content_type="application/xml")


def robots_txt(request: HttpRequest) -> HttpResponse:
    context = {"sitemap": own_address(request, "/sitemap.xml")}
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")


def own_address(request: HttpRequest, path: str) -> str:
    """On the host that the site goes by, whatever name and port were asked for."""
    site = tree.for_request(request).site_for(request)
    return site.root_url + path if site else request.build_absolute_uri(path)


def known_host(request: HttpRequest) -> HttpResponse:
    """Asked by a web server before it has a certificate made for a name: 200 for a site's own."""
    name, _ = split_domain_port(request.GET.get("domain", ""))
    is_known = name in tree.for_request(request).sites.by_name
    response = HttpResponse(status=200 if is_known else 404, content_type="text/plain")
    response["Cache-Control"] = "no-store"
    return response


def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116: whom to tell of a weakness. Absent until the operator names someone."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = (timezone.now() + timedelta(days=SECURITY_TXT_DAYS)).replace(microsecond=0)
    context = {
        "contact": settings.SECURITY_CONTACT,
        "expires": expires.isoformat(),
        "languages": ", ".join(settings.SITE_LANGUAGES),
        "canonical": request.build_absolute_uri(),
    }
    return render(request, "security.txt", context, content_type="text/plain; charset=utf-8")
