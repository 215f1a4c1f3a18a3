from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as document_urls

from alliance.base import admin_guards, bulk_actions, page_chooser, private_documents, views
from alliance.base.explorer import explorer
from alliance.base.media_admin import AddDocumentsView, AddImagesView, complete_tag
from alliance.base.shared_views import open_link
from members.explorer import explore
from members.members_only_views import OwnSetPrivacyView
from members.reports import AllianceReportView
from members.views import InvitationView

REPLACED = ("wagtail_serve", "wagtailcore_login")

# Before Wagtail's own at the same addresses, which show what belongs to others.
page_types = "reports/page-types-usage/"
safer_admin = [
    path("tag-autocomplete/", require_admin_access(complete_tag)),
    path("tag-autocomplete/<slug:app_name>/<slug:model_name>/", require_admin_access(complete_tag)),
    path("images/multiple/add/", require_admin_access(AddImagesView.as_view())),
    path("documents/multiple/add/", require_admin_access(AddDocumentsView.as_view())),
    path("pages/", explore),
    path("pages/<int:parent_page_id>/", explorer("index")),
    path(
        "pages/<int:parent_page_id>/results/",
        explorer("index_results"),
    ),
    path(
        "pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/",
        admin_guards.confirm_move,
    ),
    path(
        "pages/workflow/confirm_cancellation/<int:page_id>/",
        admin_guards.confirm_cancellation,
    ),
    path("pages/create/<slug:app_label>/<slug:model_name>", admin_guards.choose_parent),
    path(
        "bulk/<str:app_label>/<str:model_name>/<str:action>/",
        bulk_actions.bulk_action,
    ),
    path("pages/<int:page_id>/privacy/", require_admin_access(OwnSetPrivacyView.as_view())),
    path("choose-page/", page_chooser.browse),
    path("choose-page/<int:parent_page_id>/", page_chooser.browse),
    path("choose-page/search/", page_chooser.search),
    path("choose-page/chosen-multiple/", page_chooser.chosen),
    path("workflows/task_chooser/", admin_guards.task_chooser),
    path("workflows/task_chooser/results/", admin_guards.task_chooser_results),
    path("workflows/task_chooser/<int:task_id>/", admin_guards.task_chosen),
    path(page_types, require_admin_access(AllianceReportView.as_view())),
    path(
        f"{page_types}results/", require_admin_access(AllianceReportView.as_view(results_only=True))
    ),
]

urlpatterns = [
    path("", views.redirect_to_language),
    path("admin/", include("alliance.sign_in.urls")),
    path("admin/", include(safer_admin)),
    path("admin/", include(admin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", private_documents.serve),  # before Wagtail's own
    path("documents/", include(document_urls)),
    path("media/<path:path>", views.media),
    path("shared/<str:token>/", open_link, name="expiring_link"),
    path("", include("members.urls")),
    path("sitemap.xml", views.sitemap),
    path("robots.txt", views.robots_txt),
    path(".well-known/known-host", views.known_host),
    path(".well-known/security.txt", views.security_txt),
    *i18n_patterns(
        path("search/", include("search.urls")),
        path("_invitation/<str:token>/", InvitationView.as_view(), name="invitation"),
        # Readers sign in where everyone does; Wagtail still asks for its own page by this name.
        path(
            "_util/login/",
            RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True),
            name="wagtailcore_login",
        ),
        # Before the pattern for pages, which would take these addresses, too.
        *[found for found in wagtail_urls.urlpatterns if found.name not in REPLACED],
        re_path(wagtail_urls.serve_pattern, views.serve, name="wagtail_serve"),
        re_path(r"^((?:[\w\-]+/)+calendar\.ics)$", views.serve),
    ),
]
