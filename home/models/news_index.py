from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import path

from alliance.base.enums import PageKind
from alliance.base.own_words import gettext_lazy as _
from alliance.base.paging import paginate
from alliance.base.queries import BasePageQuerySet

from ..enums import Scope
from ..feeds import ENTRIES, atom_feed
from ..listing import NewsFilterForm
from .news import NewsPage
from .routable import RoutablePage


class NewsIndexPage(RoutablePage):
    """Dated updates: a member's own; on the shared site the alliance's, or everyone's."""

    kind = PageKind.INDEX
    schema_type = "CollectionPage"
    page_description = _("Gathers the news pages below it, and has a feed.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage", "members.MemberHomePage", "members.ProgrammeHomePage"]
    subpage_types = ["home.NewsPage"]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def news(self, scope: str) -> BasePageQuerySet:
        pages: BasePageQuerySet = NewsPage.objects.listable()
        if scope == Scope.ALL:
            return pages.gathered()
        return pages.filter(organisation=self.organisation_id)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        form = NewsFilterForm(request, self)
        pages = self.news(form.scope_asked()).in_locale_or_source(self.locale)
        form.offer(years_of(pages))
        if year := form.answers()["year"]:
            pages = pages.filter(date__year=year)
        page_obj = paginate(request, pages.newest_first().for_cards())
        return {**context, "form": form, "page_obj": page_obj}

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        scope = NewsFilterForm(request, self).scope_asked()
        pages = self.news(scope).in_locale(self.locale).newest_first().for_cards()
        title = f"{self.title}: {Scope.ALL.label}" if scope == Scope.ALL else self.title
        return atom_feed(request, self, pages[:ENTRIES], title=title, part=scope)


def years_of(pages: BasePageQuerySet) -> QuerySet[NewsPage, int]:
    years = pages.order_by("-date__year").values_list("date__year", flat=True)
    return years.distinct()
