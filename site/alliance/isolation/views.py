from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from alliance.base.own_words import gettext_lazy as _
from members.permissions import user_can_manage_members

from .models import AuditResult


class IsolationView(WagtailAdminTemplateMixin, TemplateView):
    """The last result of `manage.py audit_isolation`, and how those before it ended."""

    template_name = "isolation/result.html"
    page_title = _("Isolation of the members")
    header_icon = "lock"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user  # signed in, as this is a view of the admin
        if not user_can_manage_members(user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = list(AuditResult.objects.all())
        return super().get_context_data(result=next(iter(results), None), earlier=results[1:])
