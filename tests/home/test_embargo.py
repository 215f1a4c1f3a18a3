"""A release under embargo stays unseen until its time, by whichever way it is published."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Revision, Task, Workflow, WorkflowTask

from home.models import NewsPage
from tests.factories.base import UserFactory
from tests.factories.home import NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tomorrow():
    return (timezone.now() + timedelta(days=1)).replace(second=0, microsecond=0)


@pytest.fixture
def draft(news, tomorrow):
    return NewsPageFactory(parent=news, slug="secret", live=False, embargo_until=tomorrow)


def is_seen(client):
    listed = client.get("/en/news/").context["page_obj"].object_list
    in_feed = b"/en/news/secret/" in client.get("/en/news/feed/").content
    shown = client.get("/en/news/secret/").status_code == 200
    assert len({bool(listed), in_feed, shown}) == 1
    return shown


def let_time_pass(mocker_or_monkeypatch, until):
    later = until + timedelta(minutes=1)
    mocker_or_monkeypatch.setattr(timezone, "now", lambda: later)


def test_publishing_a_revision_waits(client, draft, tomorrow):
    draft.save_revision().publish()
    assert not is_seen(client)
    assert Revision.objects.filter(approved_go_live_at=tomorrow).count() == 1


def test_publishing_a_revision_saved_without_validation_waits(client, draft):
    draft.save_revision(clean=False).publish()
    assert not is_seen(client)


def test_it_appears_by_itself_when_the_time_has_come(client, draft, tomorrow, monkeypatch):
    draft.save_revision().publish()
    let_time_pass(monkeypatch, tomorrow)
    call_command("publish_scheduled")
    assert is_seen(client)


def test_a_script_that_saves_it_live_only_schedules_it(client, news, tomorrow, monkeypatch):
    NewsPageFactory(parent=news, slug="secret", live=True, embargo_until=tomorrow)
    assert not is_seen(client)
    let_time_pass(monkeypatch, tomorrow)
    call_command("publish_scheduled")
    assert is_seen(client)


def test_an_approved_workflow_waits(client, draft):
    user = UserFactory(superuser=True)
    task = GroupApprovalTask.objects.create(name="Read")
    task.groups.add(Group.objects.get(name="Editors"))
    workflow = Workflow.objects.create(name="Reading")
    WorkflowTask.objects.create(workflow=workflow, task=Task.objects.get(pk=task.pk))
    draft.save_revision()
    state = workflow.start(draft, user)
    state.current_task_state.approve(user=user)
    assert not is_seen(client)


def test_an_editor_who_presses_publish_schedules_it(client, draft):
    client.force_login(UserFactory(superuser=True))
    form = form_values(draft)
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[draft.pk]), {**form, "action-publish": "1"}
    )
    assert response.status_code == 302
    assert "scheduled for publishing" in client.get(response["Location"]).content.decode()
    client.logout()
    assert not is_seen(client)


def test_lifting_the_embargo_publishes_at_once(client, draft):
    draft.save_revision()
    client.force_login(UserFactory(superuser=True))
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    client.post(address, form_values(draft))
    held = NewsPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert held.go_live_at == held.embargo_until
    form = {**form_values(held), "embargo_until": "", "action-publish": "1"}
    client.post(address, form)
    client.logout()
    assert is_seen(client)


def test_a_later_hour_to_go_live_stands(draft, tomorrow):
    draft.go_live_at = tomorrow + timedelta(days=1)
    assert draft.save_revision().as_object().go_live_at == tomorrow + timedelta(days=1)


def test_a_new_embargo_hides_the_new_text_only(client, news, tomorrow):
    page = NewsPageFactory(parent=news, title="Before", slug="secret")
    page.save_revision().publish()
    page = NewsPage.objects.get(pk=page.pk)
    page.title, page.embargo_until = "After", tomorrow
    page.save_revision().publish()
    html = client.get("/en/news/secret/").content.decode()
    assert "Before" in html
    assert "After" not in html


def form_values(page):
    """What the editor's form would send."""
    moment = "%Y-%m-%d %H:%M"
    local = timezone.localtime
    empty = {"count": "0"}
    return {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "image": "",
        "image_alt": "",
        "date": page.date.isoformat(),
        "body-count": "0",
        "key_points-count": "0",
        "quotes-count": "0",
        "notes_to_editors": "null",
        "embargo_until": local(page.embargo_until).strftime(moment) if page.embargo_until else "",
        "go_live_at": local(page.go_live_at).strftime(moment) if page.go_live_at else "",
        "expire_at": "",
        "comments-TOTAL_FORMS": empty["count"],
        "comments-INITIAL_FORMS": "0",
    }
