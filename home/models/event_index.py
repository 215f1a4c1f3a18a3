from typing import Any

from django.http import HttpRequest

from alliance.base.enums import PageKind
from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _
from alliance.base.paging import paginate

from ..enums import When
from ..listing import EventFilterForm
from .event import EventPage, EventQuerySet


class EventIndexPage(BasePage):
    """A member's events; on the shared site everyone's."""

    kind = PageKind.INDEX
    schema_type = "CollectionPage"
    page_description = _("Gathers the events below it, those to come first.")
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage", "members.MemberHomePage", "members.ProgrammeHomePage"]
    subpage_types = ["home.EventPage"]

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        form = EventFilterForm(request)
        answers = form.answers()
        is_past = answers["when"] == When.PAST
        pages: EventQuerySet = EventPage.objects.listable().in_section_of(self)
        pages = pages.in_locale_or_source(self.locale).for_cards()
        if kind := answers["kind"]:
            pages = pages.filter(event_kind=kind)
        pages = pages.past() if is_past else pages.upcoming()
        page_obj = paginate(request, pages)
        return {**context, "form": form, "is_past": is_past, "page_obj": page_obj}
