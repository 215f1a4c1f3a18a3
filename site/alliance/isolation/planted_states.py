"""What of B's is switched off, waits, is copied, or is pointed at by what all share."""

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import GroupApprovalTask, Workflow

from alliance.base.models import Topic
from members.models import Application

from .marks import mark, titled
from .planted import Planted


def plant_states(planted: Planted) -> None:
    owner, draft, closed = planted.owner, planted.pages["draft"], planted.pages["closed"]
    planted.pages["alias"] = planted.pages["public"].create_alias(
        parent=planted.pages["news"].get_parent(), update_slug="alias"
    )
    type(closed).objects.filter(pk=closed.pk).update(last_published_at=timezone.now())
    topic = Topic.objects.create(key="planted")
    draft.topics.add(topic)
    draft.save()
    idle = Workflow.objects.create(name=titled("idleworkflow"), active=False)
    task = GroupApprovalTask.objects.create(name=titled("idletask"), active=False)
    planted.keys |= {"idle_workflow": idle.pk, "idle_task": task.pk}
    for thing in (owner, *(link.group for link in planted.organisation.groups.all())):
        log(thing, "wagtail.edit", user=owner, title=titled("log"))
    application = Application.objects.create(
        organisation_name=titled("applicant"),
        contact_name=mark("contact"),
        email=f"{mark('contact')}@example.org",
        why=mark("why"),
        language="en",
        member=planted.organisation,
    )
    planted.keys["application_id"] = application.pk
