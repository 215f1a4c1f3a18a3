"""Who may offer a page, and who may adopt one."""

from typing import Any

from wagtail.permission_policies import BasePermissionPolicy

from alliance.base.models import BasePage, User

from ..current import memberships_of
from ..models import Adoption
from ..models.sharing import AdoptionQuerySet
from ..permissions import user_can_manage_members


def user_can_share(user: User) -> bool:
    """Whoever works for a member or the alliance; a translator alone speaks for neither."""
    return user.is_active and (user_can_manage_members(user) or bool(memberships_of(user)))


def works_for_owner(user: User, page: BasePage) -> bool:
    if user_can_manage_members(user):
        return True
    return any(row.organisation_id == page.organisation_id for row in memberships_of(user))


def user_can_offer(user: User, page: BasePage) -> bool:
    """Who publishes a page decides what becomes of it; one does not give away another's words."""
    is_own = page.specific_class.is_sharable and page.original_key is None and not page.alias_of_id
    return is_own and page.permissions_for_user(user).can_publish() and works_for_owner(user, page)


def user_can_adopt_into(user: User, parent: BasePage, model: type[BasePage]) -> bool:
    fits = parent.specific_class in model.allowed_parent_page_models()
    may_add = parent.permissions_for_user(user).can_add_subpage()
    return fits and may_add and works_for_owner(user, parent)


def adoptions_of(user: User) -> AdoptionQuerySet:
    found = Adoption.objects.select_related("page__organisation", "page__locale")
    if user_can_manage_members(user):
        return found
    return found.filter(page__organisation__memberships__user=user)


class SharingPolicy(BasePermissionPolicy):
    """The list of offers is open to all who work here: it holds nothing but published pages."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and user_can_share(user)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_permission(user, action)
