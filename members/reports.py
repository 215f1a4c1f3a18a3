from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.permissions import policy_registry

from .models import Organisation


class AllianceReportView(PageTypesUsageReportView):
    """Names the page of each type that was edited last, whosever it is: for alliance staff."""

    any_permission_required = ["change"]

    @cached_property
    def permission_policy(self) -> Any:
        return policy_registry.get_by_type(Organisation)
