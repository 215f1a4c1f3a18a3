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
        known, language = tree.for_request(self.request), get_language() or ""
        site: Any = known.site_for(self.request)
        is_members = known.is_members(site)
        locale = known.locale(language)
        if locale is None or (is_members and language not in known.languages_of(site)):
            raise Http404(_("The site has no pages in this language."))
        asked = parameters.read(self.request.GET, site.organisation_id if is_members else None)
        found = results.search(self.request, asked, locale)
        return super().get_context_data(**kwargs) | {
            "asked": asked,
            "found": found,
            "page_obj": found.page_obj,
            "sorts": Sort,
            "is_shortened": asked.is_shortened or found.terms.is_shortened,
        }
