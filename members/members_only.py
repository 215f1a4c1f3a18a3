"""Pages for the people of all members, signed in: a restriction of Wagtail's to two groups.

One holds everyone with a membership and is kept in step with those; the other is alliance staff.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import PageViewRestriction

from alliance.base.models import BasePage, User

from .current import memberships_of
from .permissions import user_can_manage_members
from .workflows import ALLIANCE_GROUP

MEMBERS_GROUP = "people of all members"


def members_group() -> Group:
    return Group.objects.get_or_create(name=MEMBERS_GROUP)[0]


def who_may_read() -> list[Group]:
    return [members_group(), Group.objects.get_or_create(name=ALLIANCE_GROUP)[0]]


def is_for_members(restriction: PageViewRestriction) -> bool:
    if restriction.restriction_type != PageViewRestriction.GROUPS:
        return False
    return any(group.name == MEMBERS_GROUP for group in restriction.groups.all())


def user_can_enter_members_room(user: User) -> bool:
    return bool(memberships_of(user)) or user_can_manage_members(user)


def pages_for_members() -> QuerySet[BasePage]:
    """Published ones that nothing else closes, the newest first."""
    path = ExpressionWrapper(OuterRef("path"), CharField())
    above: Any = PageViewRestriction.objects.alias(listed_path=path)
    above = above.filter(listed_path__startswith=F("page__path"))
    ours = above.filter(restriction_type=PageViewRestriction.GROUPS, groups__name=MEMBERS_GROUP)
    others = above.exclude(
        pk__in=PageViewRestriction.groups.through.objects.filter(group__name=MEMBERS_GROUP).values(
            "pageviewrestriction_id"
        )
    )
    pages: Any = BasePage.objects.live().filter(alias_of=None)
    found: QuerySet[BasePage] = pages.filter(Exists(ours), ~Exists(others)).newest_first()
    return found
