"""What is not finished is not published, and whoever tried is told what is missing."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from home.models import ContactPage, ContentPage, EventPage, ProgrammePage
from pledges.models import PledgePage
from tests.factories.base import UserFactory
from tests.factories.pledges import PledgeIndexPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(superuser=True))
    return client


def draft(parent, model, title, **fields):
    page = parent.add_child(instance=model(title=title, live=False, **fields))
    page.save_revision(clean=False)
    return page


@pytest.fixture
def event(events):
    return draft(events, EventPage, "Town hall")


def publish_all(admin, *pages, **fields):
    ids = "&".join([f"id={page.pk}" for page in pages] + ["next=/admin/"])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return admin.post(f"{address}?{ids}", fields, follow=True).content.decode()


def test_several_drafts_are_published_only_if_all_are_finished(admin, home, event):
    finished = draft(home, ContentPage, "About us")
    text = publish_all(admin, finished, event)
    assert "Nothing was published, as “Town hall” is not finished." in text
    assert "What to look at: Starts, Ends, Place." in text
    assert reverse("wagtailadmin_pages:edit", args=[event.pk]) in text
    assert not Page.objects.filter(pk__in=[finished.pk, event.pk], live=True).exists()

    publish_all(admin, finished)
    assert Page.objects.get(pk=finished.pk).live


def test_each_unfinished_draft_is_named_those_below_too(admin, events, event):
    draft(events, EventPage, "Reading day")
    events.live = False
    events.save()
    events.save_revision()
    text = publish_all(admin, events, include_descendants="on")
    assert "“Town hall” is not finished" in text
    assert "“Reading day” is not finished" in text
    assert not EventPage.objects.filter(live=True).exists()


def half_filled_block(home):
    return draft(home, ContentPage, "Begun", body=[("image", {"image": None, "alt": ""})]), "Body"


def half_filled_row(home):
    page = ProgrammePage(title="Begun", live=False)
    page.partners.create(organisation=None)
    home.add_child(instance=page)
    page.save_revision(clean=False)
    return page, "Partners"


def half_filled_milestone(home):
    page = PledgePage(title="Begun", live=False, number=1, promise="<p>We will.</p>")
    action = page.actions.create(title="Map the skills", locale=home.locale)
    action.milestones = [("milestone", {"title": "", "due_on": None})]
    PledgeIndexPageFactory(parent=home).add_child(instance=page)
    page.save_revision(clean=False)
    return page, "Plan of action"


def no_question(home):
    return draft(home, ContactPage, "Begun", recipient="office@example.org"), "Questions"


@pytest.mark.parametrize(
    "make", [half_filled_block, half_filled_row, half_filled_milestone, no_question]
)
def test_blocks_and_rows_must_be_finished_too(admin, home, make):
    page, part = make(home)
    assert f"What to look at: {part}." in publish_all(admin, page)
    assert not Page.objects.get(pk=page.pk).live


def test_what_is_due_after_an_unfinished_page_still_appears(admin, home, event):
    finished = draft(home, ContentPage, "About us")
    past = timezone.now() - timedelta(minutes=2)
    for page, due in ((event, past), (finished, past + timedelta(minutes=1))):
        page.revisions.update(approved_go_live_at=due)

    call_command("publish_scheduled")

    assert Page.objects.get(pk=finished.pk).live
    assert not Page.objects.get(pk=event.pk).live
    assert not event.revisions.filter(approved_go_live_at__isnull=False).exists()
    history = admin.get(reverse("wagtailadmin_pages:history", args=[event.pk])).content.decode()
    assert "Not published at its time, as it is not finished. What to look at: Starts" in history


def test_an_unfinished_draft_is_not_scheduled(admin, events):
    hour = timezone.now() + timedelta(days=1)
    event = draft(events, EventPage, "Town hall", go_live_at=hour)
    assert "“Town hall” is not finished" in publish_all(admin, event)
    assert not event.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.fixture
def submitted(admin, event):
    """A page that was submitted and then left half done by whoever looked it through."""
    task = GroupApprovalTask.objects.create(name="Look through")
    task.groups.add(Group.objects.create(name="Readers"))
    workflow = Workflow.objects.create(name="Approval")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.update_or_create(
        page=event.get_parent().page_ptr, defaults={"workflow": workflow}
    )
    workflow.start(event, UserFactory())
    return event.current_workflow_task_state


@pytest.mark.parametrize("in_a_dialogue", [False, True])
def test_approving_an_unfinished_page_leads_to_it(admin, event, submitted, in_a_dialogue):
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[event.pk, "approve", submitted.pk]
    )
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    headers = {"x-requested-with": "XMLHttpRequest"} if in_a_dialogue else {}

    response = admin.post(address, headers=headers)

    answer = response.json() if in_a_dialogue else {"step": "success", "redirect": response.url}
    assert answer == {"step": "success", "redirect": edit}
    assert "“Town hall” is not finished" in admin.get(edit).content.decode()
    submitted.refresh_from_db()
    assert submitted.status == submitted.STATUS_IN_PROGRESS
    assert not Page.objects.get(pk=event.pk).live
