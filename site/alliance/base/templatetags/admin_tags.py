from typing import Any

from django import template
from django.template import Context
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.tasks import update_reference_index_task

register = template.Library()


@register.simple_tag(takes_context=True)
def as_wagtail_has_it(context: Context) -> str:
    """The template that this one stands in front of, for one that has no block to extend."""
    own: Any = context.render_context.template
    template, _ = own.engine.find_template(own.name, skip=[own.origin])
    rendered: str = template.render(context)
    return rendered


@register.simple_tag
def uses_are_being_counted() -> bool:
    """Whether the worker has yet to read what was saved last, and so who uses what."""
    waiting = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    tasks = DBTaskResult.objects.filter(task_path=update_reference_index_task.module_path)
    return tasks.filter(status__in=waiting).exists()
