"""Who approves what a member's contributors submit: Wagtail's own workflow on the section."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from .enums import Moderation, Role
from .models import MemberHomePage, Organisation

ALLIANCE_WORKFLOW = "Approval by the alliance"
ALLIANCE_GROUP = "alliance editors"


def ensure_workflow(organisation: Organisation) -> None:
    """Put the section under the workflow that the organisation chose; one that somebody
    else has put it under stays. Who is archived submits nothing."""
    if organisation.is_archived:
        return
    roots = MemberHomePage.objects.filter(organisation=organisation)
    ours = [ALLIANCE_WORKFLOW, name_of_own(organisation)]
    if organisation.moderation == Moderation.NONE:
        WorkflowPage.objects.filter(page__in=roots, workflow__name__in=ours).delete()
        return
    workflow = chosen_workflow(organisation)
    WorkflowPage.objects.filter(page__in=roots, workflow__name__in=ours).update(workflow=workflow)
    for root in roots.filter(workflowpage=None):
        WorkflowPage.objects.create(page=root, workflow=workflow)


def chosen_workflow(organisation: Organisation) -> Workflow:
    if organisation.moderation == Moderation.ALLIANCE:
        group, _ = Group.objects.get_or_create(name=ALLIANCE_GROUP)
        return approval_by(group, ALLIANCE_WORKFLOW)
    leads = organisation.groups.get(role=Role.LEAD).group
    return approval_by(leads, name_of_own(organisation))


def name_of_own(organisation: Organisation) -> str:
    return f"{organisation.slug}: approval by its leads"


def approval_by(group: Group, name: str) -> Workflow:
    found = Workflow.objects.filter(name=name, active=True).first()
    if found:
        return found
    workflow = Workflow.objects.create(name=name)
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.add(group)
    WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=0)
    return workflow
