from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.contrib.routable_page.models import RoutablePageMixin

from alliance.base.models import BasePage


class RoutablePage(RoutablePageMixin, BasePage):
    """A page with addresses below its own. An alias leads to its source from all of them."""

    class Meta:
        abstract = True

    def serve(
        self, request: HttpRequest, view: Any = None, args: Any = None, kwargs: Any = None
    ) -> HttpResponseBase:
        if self.alias_of_id:
            return BasePage.serve(self, request)
        return super().serve(request, view, args, kwargs)

    def get_route_paths(self) -> list[str]:
        """The addresses that move with this page, so that the old ones lead to the new."""
        return ["/", *(f"/{path}" for path in self.get_paths_below())]

    def get_paths_below(self) -> list[str]:
        """Those that name nothing but what they are; a page type adds others."""
        patterns = [str(route.pattern) for route in self.get_subpage_urls()]
        return [pattern for pattern in patterns if pattern and "<" not in pattern]
