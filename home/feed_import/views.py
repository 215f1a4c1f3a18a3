"""The drafts that came from feeds: one click publishes, one discards."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.actions.delete_page import DeletePageAction
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy, ngettext
from alliance.base.unfinished import UnfinishedError, say_unfinished

from ..models import NewsPage

ON_A_PAGE = 30
PUBLISH, DISCARD = "publish", "discard"


def drafts_from_feeds(user: Any) -> QuerySet[NewsPage]:
    """Never published, and in a section where the person may work."""
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(user, ["change", "publish"])
    drafts = NewsPage.objects.filter(feed_entry__isnull=False, live=False, first_published_at=None)
    return drafts.filter(pk__in=own.order_by().values("pk")).order_by("-date", "-pk")


def may_see_drafts(user: Any) -> bool:
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(user, ["change", "publish"]))


class FeedDraftsView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "home/admin/feed_drafts.html"
    page_title = gettext_lazy("Drafts from feeds")
    header_icon = "download"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_see_drafts(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        drafts = drafts_from_feeds(self.request.user).select_related("locale", "organisation")
        drafts = drafts.prefetch_related("organisation__texts__locale")
        found = Paginator(drafts, ON_A_PAGE).get_page(self.request.GET.get("p"))
        for page in found:
            page.allowed = page.permissions_for_user(self.request.user)
        can_publish = any(page.allowed.can_publish() for page in found)
        return {**context, "drafts": found, "can_publish": can_publish}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One button names its own draft, the others all that are ticked."""
        verb, _sign, single = request.POST.get("do", "").partition(":")
        asked = [single] if single else request.POST.getlist("draft")
        keys = [key for key in asked if key.isdecimal() and len(key) < 19]
        drafts = list(drafts_from_feeds(request.user).filter(pk__in=keys))
        if not drafts or verb not in (PUBLISH, DISCARD):
            messages.error(request, _("Choose one of the drafts. Nothing was changed."))
        elif verb == PUBLISH:
            publish(request, drafts)
        else:
            discard(request, drafts)
        return redirect(reverse("feed_drafts"))


def publish(request: HttpRequest, drafts: list[NewsPage]) -> None:
    """What is not finished is named and stays; the others are published."""
    done = 0
    for page in drafts:
        allowed = page.permissions_for_user(request.user)
        if not allowed.can_publish() or allowed.page_locked():
            text = _("You may not publish “%(title)s”.") % {"title": page.title}
            messages.error(request, text)
            continue
        try:
            with transaction.atomic():
                page.get_latest_revision().publish(user=request.user)
            done += 1
        except UnfinishedError as error:
            say_unfinished(request, error)
    if done:
        text = ngettext("%(count)d draft is published.", "%(count)d drafts are published.", done)
        messages.success(request, text % {"count": done})


def discard(request: HttpRequest, drafts: list[NewsPage]) -> None:
    """It does not come back: the feed remembers what it brought."""
    done = 0
    for page in drafts:
        try:
            DeletePageAction(page, user=request.user).execute()
            done += 1
        except PermissionDenied:
            text = _("You may not delete “%(title)s”.") % {"title": page.title}
            messages.error(request, text)
    if done:
        text = ngettext("%(count)d draft is discarded.", "%(count)d drafts are discarded.", done)
        messages.success(request, text % {"count": done})
