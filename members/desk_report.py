"""For alliance staff: what waits with each member, and which of them are idle."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy, ngettext

from .desk import DeskItem, desk_items
from .desk_views import organisations_whose_desk_is_open_to
from .models import Membership, Organisation
from .permissions import user_can_manage_members

ON_A_PAGE = 50
DAYS_OF_A_MONTH = 365 / 12


def idle_since() -> datetime:
    return timezone.now() - timedelta(days=round(settings.IDLE_MONTHS * DAYS_OF_A_MONTH))


def idle_first(organisations: QuerySet[Organisation]) -> QuerySet[Any]:
    """Each with when something was published last, and when one of its people signed in."""
    pages = latest(BasePage.objects.filter(organisation=OuterRef("pk")), "last_published_at")
    people = latest(Membership.objects.filter(organisation=OuterRef("pk")), "user__last_login")
    recent = Q(published__gte=idle_since()) | Q(seen__gte=idle_since())
    found = organisations.annotate(published=Subquery(pages), seen=Subquery(people))
    idle = Case(When(recent, then=Value(False)), default=Value(True))
    return found.annotate(is_idle=idle).order_by("-is_idle", "slug")


def latest(rows: QuerySet[Any], what: str) -> QuerySet[Any]:
    grouped = rows.order_by().values("organisation")
    return grouped.annotate(latest=Max(what)).values("latest")


def count_by_member(item: DeskItem, members: list[Any]) -> dict[int, int]:
    rows = item.rows_of([member.pk for member in members], None).order_by()
    counted = rows.values(whose=F(item.organisation)).annotate(number=Count("pk"))
    return dict(counted.values_list("whose", "number"))


def what_is_idle() -> str:
    number = settings.IDLE_MONTHS
    text = ngettext(
        "Idle is a member that has published nothing and of whose people nobody has signed in for "
        "%(number)d month. Those come first.",
        "Idle is a member that has published nothing and of whose people nobody has signed in for "
        "%(number)d months. Those come first.",
        number,
    )
    return text % {"number": number}


class MembersReportView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "members/admin/members_report.html"
    page_title = gettext_lazy("What waits, by member")
    header_icon = "group"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user  # signed in, as this is a view of the admin
        if not user_can_manage_members(user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        members = idle_first(organisations_whose_desk_is_open_to(user))
        found = Paginator(members, ON_A_PAGE).get_page(self.request.GET.get("p"))
        shown = list(found)
        items = [item for item in desk_items() if item.personal is None]
        counts = [count_by_member(item, shown) for item in items]
        rows = [
            (
                member,
                [
                    (item, count.get(member.pk, 0))
                    for item, count in zip(items, counts, strict=True)
                ],
            )
            for member in shown
        ]
        context = {"items": items, "rows": rows, "found": found, "explanation": what_is_idle()}
        return super().get_context_data(**kwargs) | context


class MembersReportItem(MenuItem):
    def __init__(self) -> None:
        address = reverse("members_report")
        super().__init__(
            MembersReportView.page_title, address, name="members", icon_name="group", order=100
        )

    def is_shown(self, request: HttpRequest) -> bool:
        user: Any = request.user
        return user_can_manage_members(user)
