"""Where a page is kept for the members, and where their people find such pages."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.generic import ListView
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import PageViewRestriction

from alliance.base.models import BasePage, User
from alliance.base.own_words import gettext as _
from alliance.base.own_words import gettext_lazy

from .current import organisations_of
from .members_only import (
    is_for_members,
    pages_for_members,
    user_can_enter_members_room,
    who_may_read,
)
from .models import OrganisationGroup
from .permissions import user_can_manage_members

MEMBERS = "members"  # a choice of the form's alone: it is kept as a restriction to groups


class PrivacyForm(PageViewRestrictionForm):
    """Wagtail's names every group to whoever may publish a page, of which each member has three."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: Any = self.fields["groups"]
        groups.queryset = groups_offered_to(user)
        field: Any = self.fields["restriction_type"]
        choices = list(field.choices)
        label = gettext_lazy("People of all members, signed in")
        if any(value == PageViewRestriction.GROUPS for value, _label in choices):
            field.choices = [*choices[:1], (MEMBERS, label), *choices[1:]]
        if self.instance.pk and is_for_members(self.instance):
            self.initial |= {"restriction_type": MEMBERS, "groups": []}

    def clean_restriction_type(self) -> str:
        chosen = str(self.cleaned_data["restriction_type"])
        self.is_for_members = chosen == MEMBERS
        return PageViewRestriction.GROUPS if self.is_for_members else chosen

    def clean_groups(self) -> Any:
        if self.is_for_members:
            return Group.objects.filter(pk__in=[group.pk for group in who_may_read()])
        return super().clean_groups()


class OwnSetPrivacyView(SetPrivacyView):
    form_class = PrivacyForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}


def groups_offered_to(user: User) -> QuerySet[Group]:
    """Alliance staff choose among all; others among those of the organisations they work for."""
    if user_can_manage_members(user):
        return Group.objects.all()
    own = OrganisationGroup.objects.filter(organisation__in=organisations_of(user))
    return Group.objects.filter(pk__in=own.values("group"))


class MembersRoomView(WagtailAdminTemplateMixin, ListView):
    template_name = "members/admin/members_room.html"
    page_title = gettext_lazy("Members’ room")
    header_icon = "lock-open"
    paginate_by = 50
    page_kwarg = "p"  # as Wagtail's lists have it
    context_object_name = "pages"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user  # signed in, as this is a view of the admin
        if not user_can_enter_members_room(user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        pages: Any = pages_for_members()
        return pages.select_related("locale", "organisation").prefetch_related(
            BasePage.objects.all().card_texts()
        )


def room_item(user: User) -> MenuItem | None:
    if not user_can_enter_members_room(user):
        return None
    label = _("Members’ room")
    address = reverse("members_room")
    return MenuItem(label, address, name="members-room", icon_name="lock-open", order=270)
