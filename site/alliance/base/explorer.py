from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.auth import require_admin_access
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page
from wagtail.permissions import policy_registry

View = Callable[..., HttpResponse]


def own_pages_only(view: View) -> View:
    """Opens at pages that are one's own, or lead there. Wagtail hides the pages below any other,
    but shows its title, its state and its translations."""

    @wraps(view)
    def explore(request: HttpRequest, parent_page_id: int) -> HttpResponse:
        explorable = policy_registry.get_by_type(Page).explorable_instances(request.user)
        if not explorable.filter(pk=parent_page_id).exists():
            return redirect("wagtailadmin_explore_root")
        return view(request, parent_page_id=parent_page_id)

    return require_admin_access(explore)


def explorer(name: str) -> View:
    return own_pages_only(
        page_viewset_registry.as_view(name, parent_page_id_kwarg="parent_page_id")
    )
