"""Who approves what a contributor submits."""

import pytest
from wagtail.models import Workflow, WorkflowPage

from members.enums import Moderation, Role
from members.new_members import NewMember, add_member
from tests.factories.base import UserFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


def member(moderation):
    new = NewMember("Harbour Library", "harbour", ["public"], moderation=moderation)
    return add_member(new)


def root_of(organisation):
    return organisation.pages.order_by("path").first().specific


def person(organisation, role):
    user = UserFactory()
    organisation.memberships.create(user=user, role=role)
    return user


def test_leads_approve_what_a_contributor_submits(directory):
    organisation = member(Moderation.LEADS)
    root = root_of(organisation)
    contributor = person(organisation, Role.CONTRIBUTOR)
    assert root.permissions_for_user(contributor).can_submit_for_moderation()
    state = root.get_workflow().start(root, contributor)
    task = state.current_task_state.specific.task.specific
    assert task.user_can_access_editor(root, person(organisation, Role.LEAD))
    names = [name for name, *_ in task.get_actions(root, person(organisation, Role.LEAD))]
    assert "approve" in names
    assert not task.get_actions(root, contributor)


def test_the_alliance_approves_where_it_is_asked_to(directory):
    root = root_of(member(Moderation.ALLIANCE))
    (task,) = root.get_workflow().tasks
    assert [group.name for group in task.specific.groups.all()] == ["alliance editors"]


def test_without_approval_nothing_can_be_submitted(directory):
    organisation = member(Moderation.NONE)
    root = root_of(organisation)
    contributor = person(organisation, Role.CONTRIBUTOR)
    assert root.get_workflow() is None
    assert not root.permissions_for_user(contributor).can_submit_for_moderation()


def test_another_choice_takes_effect_at_once(directory):
    organisation = member(Moderation.LEADS)
    organisation.moderation = Moderation.ALLIANCE
    organisation.save()
    assert root_of(organisation).get_workflow().name == "Approval by the alliance"
    organisation.moderation = Moderation.NONE
    organisation.save()
    assert root_of(organisation).get_workflow() is None


def test_a_section_in_one_more_language_is_approved_likewise(directory):
    organisation = member(Moderation.LEADS)
    root = root_of(organisation)
    publish_translation(directory.get_parent(), "cy")
    publish_translation(directory, "cy")
    welsh = publish_translation(root, "cy")
    assert welsh.get_workflow() == root.get_workflow()


def test_a_workflow_that_somebody_chose_stays(directory):
    organisation = member(Moderation.NONE)
    own = Workflow.objects.create(name="Four eyes")
    WorkflowPage.objects.create(page=root_of(organisation), workflow=own)
    organisation.moderation = Moderation.LEADS
    organisation.save()
    assert root_of(organisation).get_workflow() == own
