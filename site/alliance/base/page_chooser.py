"""Wagtail's window for choosing a page, without the words of pages that are another's drafts."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import chooser
from wagtail.models import Page
from wagtail.query import PageQuerySet

from .models import User
from .models.asked import asked
from .own_words import gettext as _


def offered(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """The pages that the window lists to this person."""
    for hook in hooks.get_hooks("construct_page_chooser_queryset"):
        pages = hook(pages, request)
    return pages


def is_known_to(user: User, page: Page) -> bool:
    return user.is_superuser or bool(page.permissions_for_user(user).permissions)


def with_known_title(page: Page, user: User) -> Page:
    """What a public page is called in a draft is known to those who may work on it."""
    if not is_known_to(user, page):
        page.draft_title = page.title
    return page


def title_in_field(widget: Any, page: Page) -> str:
    """For a form that comes back with a page's number in it, whoever wrote the number."""
    request = asked.get()
    user: Any = getattr(request, "user", None)
    if user is None or is_known_to(user, page):
        return str(page.get_admin_display_title())
    if page.live and not page.get_view_restrictions():
        return str(page.title)
    return _("A page that is not public")


class KnownTitleColumn(chooser.PageTitleColumn):
    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        with_known_title(instance, parent_context["request"].user)
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context


class KnownParentColumn(chooser.ParentPageColumn):
    """Nothing stands there for a parent that is not itself offered."""

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        request, parent = parent_context["request"], context["value"]
        if parent and offered(Page.objects.filter(pk=parent.pk), request).exists():
            return {**context, "value": with_known_title(parent, request.user)}
        return {**context, "value": None}


class KnownColumns:
    """Takes the place of two of Wagtail's columns."""

    @cached_property
    def columns(self) -> list[Column]:
        found = super().columns  # type: ignore[misc]
        several = self.is_multiple_choice  # type: ignore[attr-defined]
        for place, column in enumerate(found):
            if column.name == "title":
                found[place] = KnownTitleColumn(
                    "title", label=column.label, is_multiple_choice=several
                )
            elif column.name == "parent":
                found[place] = KnownParentColumn("parent", label=column.label)
        return found


class OwnBrowseView(KnownColumns, chooser.BrowseView):
    def get_object_list(self) -> PageQuerySet:
        """Begins at a page that is offered, whatever the address or the type of page asks for."""
        here = Page.objects.filter(pk=self.parent_page.pk)
        if not self.parent_page.is_root() and not offered(here, self.request).exists():
            raise Http404
        with_known_title(self.parent_page, self.request.user)
        pages: PageQuerySet = super().get_object_list()
        return pages


class OwnSearchView(KnownColumns, chooser.SearchView):
    pass


class OwnChosenView(chooser.ChosenMultipleView):
    def get(self, request: HttpRequest) -> HttpResponse:
        """As Wagtail's, of the pages that the window lists."""
        keys = offered(Page.objects.filter(pk__in=request.GET.getlist("id")), request)
        user: Any = request.user  # signed in: this is a view of the admin
        pages = [with_known_title(page, user) for page in keys.specific()]
        result = [
            {
                "id": page.pk,
                "parentId": page.get_parent().pk,
                "adminTitle": page.get_admin_display_title(),
                "editUrl": reverse("wagtailadmin_pages:edit", args=[page.pk]),
                "url": page.url,
            }
            for page in pages
        ]
        response: HttpResponse = self.render_chosen_response(result)
        return response


browse = require_admin_access(OwnBrowseView.as_view())
search = require_admin_access(OwnSearchView.as_view())
chosen = require_admin_access(OwnChosenView.as_view())
