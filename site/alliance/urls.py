from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from alliance.base import views

urlpatterns = [
    path("", views.redirect_to_language),
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(
        path("search/", include("search.urls")),
        re_path(wagtail_urls.serve_pattern, views.serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
    ),
]
