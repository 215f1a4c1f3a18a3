from typing import TYPE_CHECKING

from wagtail.models import PagePermissionTester

if TYPE_CHECKING:
    from alliance.base.models import User

    from .models import Organisation


def user_can_manage_members(user: "User") -> bool:
    """Alliance staff: who may change what an organisation is, and its section's root."""
    return user.is_active and user.has_perm("members.change_organisation")


def user_can_edit_organisation(user: "User", organisation: "Organisation") -> bool:
    return user_can_manage_members(user) or organisation.memberships.filter(user=user).exists()


class SectionRootPermissionTester(PagePermissionTester):
    """A member's people edit and publish their root, but it stays where and what it is."""

    def _is_staff(self) -> bool:
        return user_can_manage_members(self.user)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self._is_staff() and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        return self._is_staff() and super().can_unpublish()

    def can_move(self) -> bool:
        return self._is_staff() and super().can_move()

    def can_copy(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return self._is_staff() and super().can_set_view_restrictions()
