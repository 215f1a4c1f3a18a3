from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail import hooks, rich_text
from wagtail.admin.telepath import register
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.button import Button
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.views import documents
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.views import images
from wagtail.images.views.chooser import viewset as image_chooser
from wagtail.images.widgets import AdminImageChooser
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet
from wagtail.rich_text.feature_registry import FeatureRegistry

from . import language_marks, text_tokens_editor
from .expiring_links import MADE, REVOKED, user_can_share
from .link_handlers import VersionedPageLinkHandler
from .link_views import RevokeView, ShareDocumentView, ShareDraftView
from .media_admin import (
    OwnDocumentsAPI,
    OwnDocumentsFilterSet,
    OwnImageChooseView,
    OwnImagesAPI,
    OwnImagesFilterSet,
    file_in_field,
)
from .models import BasePage, User
from .own_words import gettext_lazy as _
from .own_words.telepath import OwnWordsAdapter
from .own_words.words import OwnWords
from .page_chooser import title_in_field
from .people import LanguageSettingsPanel
from .text_tokens import TokenRewriter
from .unfinished import HELD_BACK, UnfinishedError, say_unfinished, unfinished_parts
from .uploads import PortraitForm

# There is neither a hook nor a setting for the form in which people upload their portrait.
AvatarSettingsPanel.form_class = PortraitForm
# Nor for the tags that the lists of files offer.
images.IndexView.filterset_class = OwnImagesFilterSet
documents.IndexView.filterset_class = OwnDocumentsFilterSet
image_chooser.choose_view_class = OwnImageChooseView
# Nor for what a field calls the page that was chosen.
AdminPageChooser.get_display_title = title_in_field
AdminImageChooser.get_instance = AdminDocumentChooser.get_instance = file_in_field
# Nor for a kind of link that is replaced with all that it holds.
rich_text.LinkRewriter = TokenRewriter

for text in (OwnWords, Promise):
    register(OwnWordsAdapter(), text)


@hooks.register("register_rich_text_features", order=10)
def lead_links_to_the_readers_language(features: FeatureRegistry) -> None:
    features.register_link_type(VersionedPageLinkHandler)


@hooks.register("register_rich_text_features")
def mark_the_language_of_a_phrase(features: FeatureRegistry) -> None:
    language_marks.register(features)


@hooks.register("register_rich_text_features")
def let_the_site_count(features: FeatureRegistry) -> None:
    text_tokens_editor.register(features)


@hooks.register("insert_editor_js")
def bring_the_numbers_along() -> SafeString:
    return text_tokens_editor.menu_data()


@hooks.register("before_bulk_action")
def publish_all_or_say_which_are_unfinished(
    request: HttpRequest, action_type: str, pages: list[Any], action: Any
) -> HttpResponse | None:
    """Each by its name at once: the first alone would be refused, and then the next."""
    if not isinstance(action, PublishBulkAction):
        return None
    drafts = [page.get_latest_revision_as_object() for page in with_drafts_below(pages, action)]
    refused = [UnfinishedError(page, parts) for page in drafts if (parts := unfinished_parts(page))]
    for error in refused:
        say_unfinished(request, error)
    return redirect(action.next_url) if refused else None


def with_drafts_below(pages: list[Any], action: PublishBulkAction) -> list[Any]:
    if not action.cleaned_form.cleaned_data["include_descendants"]:
        return pages
    below = [draft for page in pages for draft in page.get_descendants().not_live()]
    return [*pages, *(page for page in below if action.check_perm(page))]


@hooks.register("register_log_actions")
def say_in_its_history_why_a_page_did_not_appear(actions: LogActionRegistry) -> None:
    @actions.register_action(HELD_BACK)
    class HeldBackFormatter(LogFormatter):
        label = _("Hold back")

        def format_message(self, entry: Any) -> str:
            text = gettext(  # in English, as its parts were kept
                "Not published at its time, as it is not finished. What to look at: %(parts)s."
            )
            return text % {"parts": ", ".join(entry.data.get("parts", []))}


@hooks.register("register_log_actions")
def say_who_showed_what_to_others(actions: LogActionRegistry) -> None:
    actions.register_action(MADE, _("Share by link"), _("Made a link that expires"))
    actions.register_action(REVOKED, _("Revoke a link"), _("Revoked a link that expires"))


@hooks.register("register_admin_urls")
def register_sharing() -> list[URLPattern]:
    return [
        path("links/page/<int:pk>/", ShareDraftView.as_view(), name="share_page"),
        path("links/document/<int:pk>/", ShareDocumentView.as_view(), name="share_document"),
        path("links/<int:pk>/revoke/", RevokeView.as_view(), name="revoke_link"),
    ]


@hooks.register("register_page_header_buttons")
def offer_to_share_a_draft(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    found = page.specific
    if isinstance(found, BasePage) and user_can_share(user, found):
        address = reverse("share_page", args=[page.pk])
        yield Button(_("Share this draft"), address, icon_name="link", priority=62)


@hooks.register("insert_global_admin_js")
def mark_what_scripts_draw() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("js/own-words.js"))


@hooks.register("insert_global_admin_js")
def keep_what_matters_of_a_pasted_text() -> SafeString:
    return render_to_string("wagtailadmin/shared/pasting.html")


@hooks.register("register_account_settings_panel")
def choose_a_language(request: HttpRequest, user: User, profile: Any) -> LanguageSettingsPanel:
    return LanguageSettingsPanel(request, user, profile)


@hooks.register("construct_admin_api", order=10)  # after Wagtail's own
def show_ones_own_files(router: WagtailAPIRouter) -> None:
    router.register_endpoint("images", OwnImagesAPI)
    router.register_endpoint("documents", OwnDocumentsAPI)


@hooks.register("construct_page_chooser_queryset")
def offer_public_pages_and_ones_own(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Wagtail offers every page to everyone, with the drafts of other members."""
    user: Any = request.user
    if user.is_superuser:
        return pages
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(user, ["add", "change", "publish"])
    public = Page.objects.live().public().order_by()
    return pages.filter(Q(pk__in=own.order_by().values("pk")) | Q(pk__in=public.values("pk")))
