"""Where leads keep the feeds of their own websites, and see how the last reading went."""

from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import policy_registry

from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy, ngettext

from ..models import NewsFeed
from .forms import NewsFeedForm
from .services import Taken, import_feed
from .tasks import fetch_due_feed


class OwnFeeds:
    """What is not the person's to see is not there, whichever view asks."""

    request: HttpRequest

    def get_queryset(self) -> QuerySet[NewsFeed]:
        policy = policy_registry.get_by_type(NewsFeed)
        found = policy.instances_user_has_permission_for(self.request.user, "change")
        return found.select_related("organisation", "index__locale")


class FeedIndexView(IndexView):
    page_title = gettext_lazy("Feeds")
    default_ordering = ["organisation__slug", "pk"]

    def get_base_queryset(self) -> QuerySet[NewsFeed]:
        return OwnFeeds.get_queryset(self).prefetch_related("organisation__texts__locale")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        drafts = reverse("feed_drafts")
        return [
            HeaderButton(_("Add a feed"), url=self.add_url, icon_name="plus", priority=1),
            HeaderButton(_("Drafts from feeds"), url=drafts, icon_name="doc-empty", priority=2),
        ]


class LooksAtFeed:
    """A first button shows what the feed would bring, the second keeps it."""

    template_name = "home/admin/feed_form.html"
    request: HttpRequest

    def get_form_class(self) -> type[BaseForm]:
        return NewsFeedForm

    def form_valid(self, form: NewsFeedForm) -> HttpResponse:
        if "look" in self.request.POST:
            self.form = form
            shown: HttpResponse = self.render_to_response(self.get_context_data())  # type: ignore[attr-defined]
            return shown
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        fetch_due_feed.enqueue(form.instance.pk)
        return response


class AddFeedView(LooksAtFeed, CreateView):
    page_title = gettext_lazy("Add a feed")
    success_message = gettext_lazy("The feed is kept, and will be read in a moment.")
    submit_button_label = gettext_lazy("Add the feed")


class EditFeedView(LooksAtFeed, OwnFeeds, EditView):
    actions = ["edit"]
    success_message = gettext_lazy("The feed is kept.")


class RemoveFeedView(OwnFeeds, DeleteView):
    page_title = gettext_lazy("Remove")
    success_message = gettext_lazy("The feed is removed.")

    @property
    def confirmation_message(self) -> str:
        return _("It is read no more. What was made of it stays.")


class FetchNowView(OwnFeeds, PermissionCheckedMixin, SingleObjectMixin[NewsFeed], View):
    model = NewsFeed
    permission_required = "change"
    index_url_name = ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        feed = self.get_object()
        taken = import_feed(feed)
        feed.refresh_from_db()
        if feed.trouble:
            messages.error(request, feed.get_trouble_display())
        else:
            messages.success(request, said_of(taken))
        return redirect(reverse(self.index_url_name))


def said_of(taken: Taken) -> str:
    if not taken.made:
        return _("The feed was read. There is nothing new.")
    text = ngettext("%(count)d new draft.", "%(count)d new drafts.", taken.made)
    return text % {"count": taken.made}


class FeedStateColumn(Column):
    """How the last reading went, and a way to read now."""

    cell_template_name = "home/admin/feed_state_cell.html"


class NewsFeedViewSet(ModelViewSet):
    model = NewsFeed
    name = url_prefix = "feeds"
    icon = "download"
    menu_label = gettext_lazy("Feeds")
    menu_order = 262
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = FeedIndexView
    add_view_class = AddFeedView
    edit_view_class = EditFeedView
    delete_view_class = RemoveFeedView
    form_fields = ["url", "index", "language", "is_active"]
    list_display = [
        "url",
        "organisation",
        Column("index", label=gettext_lazy("List of news"), accessor="index.title"),
        FeedStateColumn("state", label=gettext_lazy("State")),
    ]

    def get_urlpatterns(self) -> list[Any]:
        """Without history and usage, which Wagtail shows for any number in the address."""
        kept = ("index", "index_results", "add", "edit", "delete")
        patterns = [found for found in super().get_urlpatterns() if found.name in kept]
        fetch = self.construct_view(FetchNowView)
        return [*patterns, path("fetch/<int:pk>/", fetch, name="fetch")]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        without = {"history_url_name": None, "usage_url_name": None}
        return super().get_common_view_kwargs(**without, **kwargs)
