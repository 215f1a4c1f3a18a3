"""What a page of results shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale

from alliance.base import tree as trees
from alliance.base.enums import PageKind

from .facets import Choice, Facets, count_facets
from .highlighting import highlight, snippet
from .languages import analyser_for
from .models import IndexedPage
from .parameters import Parameters
from .terms import Terms, parse
from .vectors import kind_mark, organisation_mark

RESULTS_ON_A_PAGE = 20
MEMBERS_TO_CHOOSE_FROM = 12


@dataclass(frozen=True)
class Result:
    title: SafeString
    url: str
    kind: str
    kind_label: str
    member: Choice | None
    date: datetime | None
    fragments: list[SafeString]
    language_code: str
    first_published_by: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """How many pages another language has for the same query."""

    language_code: str
    language_name: str
    number: int

    @property
    def url(self) -> str:
        with override(self.language_code):
            return reverse("search")


@dataclass(frozen=True)
class Results:
    terms: Terms = field(default_factory=Terms)
    facets: Facets = field(default_factory=Facets)
    page_obj: Page | None = None
    elsewhere: list[Elsewhere] = field(default_factory=list)

    @property
    def shown_members(self) -> list[Choice]:
        return list(self.facets.members.values())[:MEMBERS_TO_CHOOSE_FROM]


def search(request: HttpRequest, parameters: Parameters, locale: Locale) -> Results:
    """Two queries, whatever there is to find."""
    terms = parse(analyser_for(locale.language_code), parameters.text)
    if not terms:
        return Results()
    facets = count_facets(terms, locale, parameters.organisation_id, parameters.kind)
    page_obj = paginate(facets.total, parameters.page_number)
    if not facets.total:
        return Results(terms, facets, page_obj, search_elsewhere(request, parameters, locale))
    rows = fetch(terms, parameters, locale, page_obj)
    page_obj.object_list = [show(request, row, terms, facets, locale) for row in rows]
    return Results(terms, facets, page_obj)


def paginate(total: int, number: int) -> Page:
    try:
        return Paginator(range(total), RESULTS_ON_A_PAGE).page(number)
    except InvalidPage:
        raise Http404(_("There is no such page of results.")) from None


def fetch(
    terms: Terms, parameters: Parameters, locale: Locale, page_obj: Page
) -> Iterable[IndexedPage]:
    """Chooses the rows first and joins the pages then, which spares most of the work."""
    first = page_obj.start_index() - 1
    ordered = IndexedPage.objects.matching(locale, terms, *markers(parameters))
    shown = ordered.in_order(terms, parameters.sort)[first : first + RESULTS_ON_A_PAGE]
    rows = IndexedPage.objects.filter(locale=locale, page_id__in=shown.values("page_id"))
    return rows.in_order(terms, parameters.sort).select_related("page").defer("words")


def markers(parameters: Parameters) -> list[str]:
    found = []
    if parameters.organisation_id:
        found.append(organisation_mark(parameters.organisation_id))
    if parameters.kind:
        found.append(kind_mark(parameters.kind))
    return found


def show(request: HttpRequest, row: Any, terms: Terms, facets: Facets, locale: Locale) -> Result:
    analyser = analyser_for(locale.language_code)
    row.page.locale = locale
    return Result(
        title=highlight(analyser, row.title, terms),
        url=row.page.get_url(request) or "",
        kind=row.kind,
        kind_label=str(PageKind(row.kind).label),
        member=facets.members.get(row.organisation_id),
        date=row.published_at,
        fragments=snippet(analyser, row.body, terms),
        language_code=locale.language_code,
        first_published_by=row.page.original_publisher,
    )


def search_elsewhere(
    request: HttpRequest, parameters: Parameters, locale: Locale
) -> list[Elsewhere]:
    tree = trees.for_request(request)
    own = tree.languages_of(tree.site_for(request)) if parameters.host_of else None
    others = [
        other
        for other in tree.locales.values()
        if other.pk != locale.pk and other.language_code in (own or settings.SITE_LANGUAGES)
    ]
    scope = [organisation_mark(parameters.host_of)] if parameters.host_of else []
    numbers = IndexedPage.objects.count_by_locale(others, parameters.text, *scope)
    return [
        Elsewhere(code, LANG_INFO[code]["name_local"], numbers[other.pk])
        for other in others
        if (code := other.language_code) and numbers.get(other.pk)
    ]
