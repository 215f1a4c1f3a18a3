from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.query import PageQuerySet
from wagtail.snippets.models import register_snippet

from alliance.base.models import User
from alliance.base.own_words import gettext_lazy as _
from members.new_pages import HOOK as NEW_PAGES
from members.new_pages import NewPage
from members.permissions import user_can_manage_members

from .feed_import.permissions import NewsFeedPolicy
from .feed_import.views import FeedDraftsView, may_see_drafts
from .feed_import.viewsets import NewsFeedViewSet
from .models import (
    ContentPage,
    EventIndexPage,
    EventPage,
    NewsFeed,
    NewsIndexPage,
    NewsPage,
)
from .views import choose_press_contacts
from .viewsets import TopicViewSet

register_snippet(TopicViewSet)
register_permission_policy(NewsFeed, NewsFeedPolicy(NewsFeed))


@hooks.register("register_admin_viewset")
def register_feeds() -> NewsFeedViewSet:
    return NewsFeedViewSet()


@hooks.register("register_admin_urls")
def register_drafts_from_feeds() -> list[URLPattern]:
    return [path("feed-drafts/", FeedDraftsView.as_view(), name="feed_drafts")]


class FeedDraftsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_drafts(request.user)


@hooks.register("register_admin_menu_item")
def lead_to_drafts_from_feeds() -> MenuItem:
    label, address = _("Drafts from feeds"), reverse("feed_drafts")
    return FeedDraftsMenuItem(label, address, name="feed-drafts", icon_name="download", order=263)


@hooks.register("register_admin_urls")
def register_choice_of_press_contacts() -> list[URLPattern]:
    address = "news/<int:page_id>/press-contacts/"
    return [path(address, choose_press_contacts, name="choose_press_contacts")]


@hooks.register("filter_form_submissions_for_user")
def messages_are_for_those_addressed(user: User, pages: PageQuerySet) -> PageQuerySet:
    """Whoever may edit a contact page, such as a translator, may not therefore read letters."""
    if user_can_manage_members(user):
        return pages
    return pages.filter(basepage__organisation__memberships__user=user)


@hooks.register(NEW_PAGES)
def offer_what_is_written_most() -> list[NewPage]:
    return [
        NewPage(_("New page"), ContentPage),
        NewPage(_("New news item"), NewsPage, NewsIndexPage, _("Make a list of news first")),
        NewPage(_("New event"), EventPage, EventIndexPage, _("Make a list of events first")),
    ]
