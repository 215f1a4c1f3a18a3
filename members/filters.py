"""By whom one may filter a list in the admin: Wagtail names everyone who ever edited a page."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet
from wagtail.admin.views.reports.locked_pages import LockedPagesReportFilterSet
from wagtail.admin.views.reports.workflows import (
    WorkflowReportFilterSet,
    WorkflowTasksReportFilterSet,
)
from wagtail.models import Task, Workflow

from alliance.base.models import User

from .permissions import user_can_manage_members


def colleagues(user: User) -> QuerySet[User]:
    """The people of one's own organisations, and oneself."""
    if user_can_manage_members(user):
        return User.objects.all()
    own = Q(memberships__organisation__memberships__user=user) | Q(pk=user.pk)
    return User.objects.filter(pk__in=User.objects.filter(own).values("pk"))


def workflows_of(user: User) -> QuerySet[Workflow]:
    """Those of one's own sections, and those in which one approves."""
    if user_can_manage_members(user):
        return Workflow.objects.all()
    own = Q(workflow_pages__page__basepage__organisation__memberships__user=user)
    approved = Q(workflow_tasks__task__groupapprovaltask__groups__user=user)
    return Workflow.objects.filter(pk__in=Workflow.objects.filter(own | approved).values("pk"))


def offered_people(request: HttpRequest) -> QuerySet[User]:
    user: Any = request.user  # signed in: the lists are the admin's
    return colleagues(user).order_by(User.USERNAME_FIELD)


def offered_workflows(request: HttpRequest) -> QuerySet[Workflow]:
    user: Any = request.user
    return workflows_of(user)


def offered_tasks(request: HttpRequest) -> QuerySet[Task]:
    of_them = Task.objects.filter(workflow_tasks__workflow__in=offered_workflows(request))
    return Task.objects.filter(pk__in=of_them.values("pk"))


OFFERED = {
    PageFilterSet: {"owner": offered_people, "edited_by": offered_people},
    LockedPagesReportFilterSet: {"locked_by": offered_people},
    WorkflowReportFilterSet: {"requested_by": offered_people, "workflow": offered_workflows},
    WorkflowTasksReportFilterSet: {"workflow": offered_workflows, "task": offered_tasks},
}


class OwnSiteHistoryFilterSet(SiteHistoryReportFilterSet):
    def get_users_queryset(self) -> QuerySet[User]:
        people: QuerySet[User] = super().get_users_queryset()
        user: Any = self.request.user
        return people.filter(pk__in=colleagues(user).values("pk"))


def offer_what_is_ones_own() -> None:
    """There is neither a hook nor a setting for what a filter offers; Wagtail's further lists
    share these filters."""
    for filterset, offers in OFFERED.items():
        for name, offer in offers.items():
            filterset.base_filters[name].queryset = offer
    LogEntriesView.filterset_class = OwnSiteHistoryFilterSet
