"""Gives member B one of everything, each with a mark in what nobody else may read."""

from typing import Any

from wagtail.models import GroupApprovalTask, Workflow

from alliance.base.models import User
from members.enums import Role
from members.models import MemberHomePage, Organisation
from members.services import add_membership

from .marks import mark, titled
from .planted import Planted
from .planted_accounts import plant_accounts
from .planted_files import plant_files
from .planted_pages import plant_pages
from .planted_states import plant_states
from .planted_traces import plant_traces, plant_translation


def plant(organisation: Organisation) -> Planted:
    organisation.refresh_from_db()
    root = MemberHomePage.objects.get(organisation=organisation, locale__language_code="en")
    planted = Planted(organisation, make_owner(organisation), root)
    rename(planted)
    plant_files(planted)
    plant_pages(planted)
    plant_translation(planted)
    plant_traces(planted)
    plant_accounts(planted)
    plant_states(planted)
    return planted


def make_owner(organisation: Organisation) -> User:
    owner = User.objects.create_user(
        f"{mark('person')}@example.org", first_name=titled("firstname"), last_name=mark("lastname")
    )
    add_membership(owner, organisation, Role.LEAD)
    colleague = User.objects.create_user(f"{mark('colleague')}@example.org")
    add_membership(colleague, organisation, Role.LEAD)  # so that one of them may go
    return owner


def rename(planted: Planted) -> None:
    """The names that these were given begin with what everyone may know."""
    organisation: Any = planted.organisation  # provisioned, so it has its collections
    for link in organisation.groups.select_related("group"):
        link.group.name = f"{titled('group')} {link.role}"
        link.group.save()
    for collection in (organisation.collection, organisation.private_collection):
        collection.name = titled("collection")
        collection.save()
    workflow = Workflow.objects.get(workflow_pages__page=planted.root)
    workflow.name = titled("workflow")
    workflow.save()
    task = GroupApprovalTask.objects.get(workflow_tasks__workflow=workflow)
    task.name = titled("task")
    task.save()
    planted.keys |= {"workflow_pk": workflow.pk, "task_id": task.pk}
