"""Who works for a member, as its leads and the alliance decide."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.permission_policies import BasePermissionPolicy

from alliance.base.models import User
from alliance.base.models.texts import TextsQuerySet
from alliance.base.own_words import gettext as _

from .current import memberships_of
from .enums import Role
from .models import Membership, Organisation
from .permissions import user_can_manage_members


class LastLeadError(Exception):
    """Nobody would lead the section any more."""

    def __str__(self) -> str:
        return _("Somebody must lead the section. Make another person its lead first.")


def organisations_managed_by(user: User) -> TextsQuerySet:
    """Those whose people this person invites and removes."""
    members = Organisation.objects.filter(groups__isnull=False, archive=None).distinct()
    if user_can_manage_members(user):
        return members
    return members.filter(memberships__user=user, memberships__role=Role.LEAD)


class MembershipPolicy(BasePermissionPolicy):
    """A lead sees and changes the people of the own organisation, and no others."""

    permission_cache_name = "_organisations_led"

    def get_all_permissions_for_user(self, user: Any) -> set[int]:
        """The keys of the organisations that the person leads."""
        held = memberships_of(user) if user.is_active else []
        return {row.organisation_id for row in held if row.role == Role.LEAD}

    def user_has_permission(self, user: Any, action: str) -> bool:
        return user_can_manage_members(user) or bool(self.get_cached_permissions_for_user(user))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        led = self.get_cached_permissions_for_user(user)
        return user_can_manage_members(user) or instance.organisation_id in led

    def instances_user_has_any_permission_for(
        self, user: Any, actions: list[str]
    ) -> QuerySet[Membership]:
        return Membership.objects.filter(organisation__in=organisations_managed_by(user))

    def users_with_any_permission(self, actions: list[str]) -> QuerySet[User]:
        leads = Q(memberships__role=Role.LEAD) | Q(is_superuser=True)
        return User.objects.filter(leads, is_active=True).distinct()


@transaction.atomic
def end_membership(membership: Membership) -> None:
    """Ends what the person was here; the account and what it is elsewhere stay.

    Raises LastLeadError.
    """
    refuse_to_lose_the_last_lead(membership)
    membership.delete()


def refuse_to_lose_the_last_lead(membership: Membership) -> None:
    """Two leads who remove each other at the same moment wait for one another here, so it is
    called in the transaction of the change. Raises LastLeadError."""
    leads = Membership.objects.select_for_update().filter(
        organisation_id=membership.organisation_id, role=Role.LEAD
    )
    if [lead.pk for lead in leads] == [membership.pk]:
        raise LastLeadError
