"""What waits for one person alone: to approve, to change, or until somebody has approved it."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page, TaskState, WorkflowState

from alliance.base.models import User
from alliance.base.own_words import gettext_lazy as _

from .current import current_organisation
from .desk import DeskItem, Entry
from .desk_items import page_entry, pages
from .permissions import user_can_manage_members

DOUBLED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)
REJECTED = TaskState.STATUS_REJECTED


def of_pages(states: QuerySet[Any], way: str = "") -> QuerySet[Any]:
    """The keys of the pages that these states are about."""
    content_type = ContentType.objects.get_for_model(Page)
    found = states.filter(**{f"{way}base_content_type": content_type})
    return found.values(key=Cast(f"{way}object_id", BigIntegerField()))


def to_approve(rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    """As Wagtail's own task for groups decides it, for all of them at once."""
    tasks = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__active=True)
    if not user.is_superuser:
        tasks = tasks.filter(task__groupapprovaltask__groups__in=user.groups.values("pk"))
    return rows.filter(pk__in=of_pages(tasks, "workflow_state__"))


def sent_back(rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    return rows.filter(pk__in=submitted(user, WorkflowState.STATUS_NEEDS_CHANGES))


def in_progress(rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    return rows.filter(pk__in=submitted(user, WorkflowState.STATUS_IN_PROGRESS))


def submitted(user: User, status: str) -> QuerySet[Any]:
    return of_pages(WorkflowState.objects.filter(requested_by=user, status=status))


def pages_with_reason() -> QuerySet[Any]:
    """Each with what was said when it was sent back the last time."""
    page = Cast(OuterRef("pk"), CharField())
    refusals: Any = TaskState.objects.filter(Q(workflow_state__object_id=page), status=REJECTED)
    latest = refusals.order_by("-finished_at").values("comment")[:1]
    return pages().annotate(reason=Subquery(latest))


def entry_with_reason(page: Any) -> Entry:
    entry = page_entry(page)
    return Entry(entry.title, entry.language, entry.url, advice=page.reason or "")


def items_of_approval() -> list[DeskItem]:
    whose, edited = "organisation_id", "latest_revision_created_at"
    return [
        DeskItem(
            _("Waits for you to approve"),
            "approve",
            pages,
            page_entry,
            whose,
            edited,
            personal=to_approve,
        ),
        DeskItem(
            _("Sent back to you"),
            "sent-back",
            pages_with_reason,
            entry_with_reason,
            whose,
            edited,
            personal=sent_back,
        ),
        DeskItem(
            _("You submitted, not approved yet"),
            "submitted",
            pages,
            page_entry,
            whose,
            edited,
            personal=in_progress,
        ),
    ]


def leave_out_what_the_desk_shows(request: HttpRequest, panels: list[Component]) -> None:
    """Wagtail's own panels of approvals ask for each page and each task by itself."""
    user: Any = request.user  # signed in: this is the home of the admin
    if current_organisation(user) and not user_can_manage_members(user):
        panels[:] = [panel for panel in panels if not isinstance(panel, DOUBLED)]
