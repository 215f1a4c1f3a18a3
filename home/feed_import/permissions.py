from typing import Any

from django.db.models import QuerySet

from alliance.base.models import User
from members.teams import MembershipPolicy, organisations_managed_by

from ..models import NewsFeed, NewsIndexPage


def lists_to_fill(user: User) -> QuerySet[NewsIndexPage]:
    """Lists of news in the sections that a person leads; of all members for alliance staff."""
    led = organisations_managed_by(user)
    lists = NewsIndexPage.objects.filter(organisation__in=led, alias_of=None)
    named = lists.select_related("locale", "organisation")
    return named.prefetch_related("organisation__texts__locale").order_by("path")


class NewsFeedPolicy(MembershipPolicy):
    """Who keeps the people of an organisation keeps its feeds."""

    def instances_user_has_any_permission_for(self, user: Any, actions: list[str]) -> QuerySet[Any]:
        return NewsFeed.objects.filter(organisation__in=organisations_managed_by(user))
