from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from alliance.base import views

urlpatterns = [
    path("", views.redirect_to_language),
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("media/<path:path>", views.media),
    path("", include("members.urls")),
    path("sitemap.xml", views.sitemap),
    path("robots.txt", views.robots_txt),
    path(".well-known/security.txt", views.security_txt),
    *i18n_patterns(
        path("search/", include("search.urls")),
        # Before the pattern for pages, which would take these addresses, too. Readers sign in
        # where everyone does, so that Wagtail's own page for it is left out.
        *[
            found
            for found in wagtail_urls.urlpatterns
            if found.name not in ("wagtail_serve", "wagtailcore_login")
        ],
        re_path(wagtail_urls.serve_pattern, views.serve, name="wagtail_serve"),
        re_path(r"^((?:[\w\-]+/)+calendar\.ics)$", views.serve),
    ),
]
