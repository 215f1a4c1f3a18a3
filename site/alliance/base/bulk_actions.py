"""What is done to several things at once, without naming those that are out of one's reach."""

from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.permissions import policy_registry

ANYTHING = ["add", "change", "delete", "publish", "choose"]


class WithoutOthers:
    """Wagtail lists the ticked things that may not be changed, whosever they are."""

    request: HttpRequest
    model: Any

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
        objects, refused = super().get_actionable_objects()  # type: ignore[misc]
        policy = policy_registry.get_by_type(self.model)
        own = policy.instances_user_has_any_permission_for(self.request.user, ANYTHING)
        keys = set(own.order_by().values_list("pk", flat=True))
        named = {
            why: [thing for thing in things if thing.pk in keys] for why, things in refused.items()
        }
        return objects, named


def act(request: HttpRequest, app_label: str, model_name: str, action: str) -> HttpResponse:
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    found = bulk_action_registry.get_bulk_action_class(app_label, model_name, action)
    if found is None:
        raise Http404
    safe = type(found.__name__, (WithoutOthers, found), {})
    response: HttpResponse = safe(request, model).dispatch(request)
    return response


bulk_action = require_admin_access(act)
