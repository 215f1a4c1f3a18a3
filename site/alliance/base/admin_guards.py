"""Asks who is there before a view of Wagtail's that answers anyone who may enter the admin."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import workflows
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page, Task
from wagtail.permissions import policy_registry

View = Callable[..., HttpResponse]


def for_editors_of(argument: str, view: View) -> View:
    """The page that the address names must be one that the person may edit."""

    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        page = get_object_or_404(Page, pk=kwargs[argument]).specific
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return view(request, **kwargs)

    return require_admin_access(guarded)


def with_destination(view: View) -> View:
    """The page of the address is one's own, and so must be the place that it goes to."""

    @wraps(view)
    def guarded(request: HttpRequest, destination_id: int, **kwargs: Any) -> HttpResponse:
        refuse_to_add_below(request, destination_id)
        return view(request, destination_id=destination_id, **kwargs)

    return guarded


def with_parent(view: View) -> View:
    """A form that comes back with its mistakes would name the page that was chosen in it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = request.POST.get("parent_page", "")
        if chosen.isdecimal():
            refuse_to_add_below(request, int(chosen))
        return view(request, *args, **kwargs)

    return require_admin_access(guarded)


def refuse_to_add_below(request: HttpRequest, page_id: int) -> None:
    parent = get_object_or_404(Page, pk=page_id).specific
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied


def for_keepers_of_workflows(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        policy = policy_registry.get_by_type(Task)
        if not policy.user_has_any_permission(request.user, ["add", "change"]):
            raise PermissionDenied
        return view(request, **kwargs)

    return require_admin_access(guarded)


def page_view(name: str, argument: str) -> View:
    view = page_viewset_registry.as_view(name, page_id_kwarg=argument)
    return for_editors_of(argument, view)


confirm_move = with_destination(page_view("move_confirm", "page_to_move_id"))
choose_parent = with_parent(
    page_viewset_registry.as_view(
        "choose_parent", app_label_kwarg="app_label", model_name_kwarg="model_name"
    )
)
confirm_cancellation = page_view("confirm_workflow_cancellation", "page_id")
task_chooser = for_keepers_of_workflows(workflows.TaskChooserView.as_view())
task_chooser_results = for_keepers_of_workflows(workflows.TaskChooserResultsView.as_view())
task_chosen = for_keepers_of_workflows(workflows.task_chosen)
