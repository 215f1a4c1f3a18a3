"""All that one item of the desk has, where its first few are not enough."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale

from alliance.base.languages import site_languages
from alliance.base.models import User
from alliance.base.own_words import gettext_lazy

from .desk import DeskItem, desk_items, own_organisations
from .models import Organisation
from .permissions import user_can_manage_members

ON_A_PAGE = 50


def organisations_whose_desk_is_open_to(user: User) -> QuerySet[Organisation]:
    if user_can_manage_members(user):
        with_section = Q(is_member=True) | Q(is_programme=True)
        members = Organisation.objects.filter(with_section, archive=None)
        return members.with_texts().order_by("slug")
    return own_organisations(user)


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    """Asked for with `item`, `language` and `member`: the first item, and all, without."""

    template_name = "members/admin/desk_list.html"
    page_title = gettext_lazy("What waits")
    header_icon = "list-ul"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user  # signed in, as this is a view of the admin
        if not user_can_manage_members(user) and not own_organisations(user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def items(self) -> list[DeskItem]:
        return desk_items()

    @cached_property
    def item(self) -> DeskItem:
        asked = self.request.GET.get("item") or "drafts"
        found = next((item for item in self.items if item.key == asked), None)
        if found is None:
            raise Http404
        return found

    @cached_property
    def member(self) -> Organisation | None:
        """The one that is asked for; what is not the person's to see is not there."""
        asked = self.request.GET.get("member")
        user: Any = self.request.user
        if not asked:
            return None
        if not asked.isprintable():  # PostgreSQL would refuse it
            raise Http404
        return get_object_or_404(organisations_whose_desk_is_open_to(user), slug=asked)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_page_subtitle(self) -> str:
        return str(self.member or "")

    def get_rows(self, language: str) -> QuerySet[Any]:
        user: Any = self.request.user
        whose = organisations_whose_desk_is_open_to(user)
        keys = [self.member.pk] if self.member else whose.order_by().values("pk")
        rows = self.item.rows_of(keys, user)
        if language:
            rows = rows.filter(**{f"{self.item.locale}__language_code": language})
        return rows.order_by(F(self.item.first).asc(), "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("language", "")
        there = set(Locale.objects.values_list("language_code", flat=True))
        languages = [(code, name) for code, name in site_languages() if code in there]
        language = asked if asked in there else ""
        found = Paginator(self.get_rows(language), ON_A_PAGE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "item": self.item,
            "items": self.items,
            "member": self.member,
            "language": language,
            "languages": languages,
            "entries": [self.item.entry(row) for row in found],
            "found": found,
        }
