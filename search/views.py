from typing import Any

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from alliance.base import tree

from . import parameters, results
from .enums import Sort


class SearchView(TemplateView):
    """The public search of one language's pages."""

    template_name = "search/search.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        locale = tree.for_request(self.request).locale(get_language() or "")
        if locale is None:
            raise Http404(_("The site has no pages in this language."))
        asked = parameters.read(self.request.GET)
        found = results.search(self.request, asked, locale)
        return super().get_context_data(**kwargs) | {
            "asked": asked,
            "found": found,
            "page_obj": found.page_obj,
            "sorts": Sort,
            "is_shortened": asked.is_shortened or found.terms.is_shortened,
        }
