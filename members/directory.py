"""The members as the directory shows them, and the filters that narrow it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from django.db.models import Prefetch
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Locale

from alliance.base import tree as trees
from alliance.base.models import AllianceRendition
from alliance.base.navigation import site_key
from alliance.base.queries import BasePageQuerySet

from .enums import Kind, Nation
from .models import MemberHomePage

FILTERS: dict[str, Any] = {"kind": Kind, "nation": Nation}
ATTRIBUTES = {"kind": "kinds", "nation": "nations"}
LOGO_RENDITIONS = Prefetch(
    "organisation__logo__renditions",
    AllianceRendition.objects.all(),
    to_attr="prefetched_renditions",
)


@dataclass(frozen=True)
class Choice:
    """One value of a filter, with how many members it would show."""

    value: str
    label: str
    number: int
    is_chosen: bool


def member_cards(request: HttpRequest) -> list[MemberHomePage]:
    """The published section of each member, in the reader's language or else its source."""
    return section_cards(request, is_programme=False)


def section_cards(request: HttpRequest, is_programme: bool) -> list[MemberHomePage]:
    """Held in memory until a page or an organisation changes."""
    tree = trees.for_request(request)
    language = get_language() or ""
    locale = tree.locale(language)

    def read() -> list[MemberHomePage]:
        pages = published_sections(locale, is_programme).for_cards()
        pages = pages.select_related("organisation__logo").prefetch_related(LOGO_RENDITIONS)
        return sorted(pages, key=sort_key)

    key = ("section_cards", is_programme, language, site_key(request))
    return tree.keep(key, read) if locale else []


def published_sections(locale: Locale, is_programme: bool) -> BasePageQuerySet:
    """What the directory lists, and what a text counts."""
    pages = MemberHomePage.objects.listable().in_locale_or_source(locale)
    return pages.filter(organisation__is_programme=is_programme)


def sort_key(page: MemberHomePage) -> str:
    """By name, as a reader looks it up: case and accents do not count."""
    letters = normalize("NFKD", page.organisation_name or page.title)
    return "".join(letter for letter in letters if letter.isalnum()).casefold()


def chosen_filters(request: HttpRequest) -> dict[str, str]:
    """What the address asks for. A kind or nation that there is not is not found."""
    asked = {name: request.GET.get(name, "") for name in FILTERS}
    for name, value in asked.items():
        if value and value not in FILTERS[name].values:
            raise Http404
    return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True)
class Directory:
    """What one choice of filters shows, and what the filters would show beside it."""

    members: list[MemberHomePage]
    choices: dict[str, list[Choice]]


def directory(request: HttpRequest, chosen: dict[str, str]) -> Directory:
    """Held in memory with the cards, as counting takes longer the more members there are."""
    members = member_cards(request)

    def read() -> Directory:
        found = {name: choices(name, members, chosen) for name in FILTERS}
        return Directory(matching(members, chosen), found)

    key = ("directory", get_language(), site_key(request), *sorted(chosen.items()))
    return trees.for_request(request).keep(key, read)


def matching(members: Iterable[MemberHomePage], chosen: dict[str, str]) -> list[MemberHomePage]:
    return [
        page
        for page in members
        if all(value in values_of(page, name) for name, value in chosen.items())
    ]


def values_of(page: MemberHomePage, name: str) -> list[str]:
    return getattr(page.organisation, ATTRIBUTES[name]) if page.organisation else []


def choices(name: str, members: Iterable[MemberHomePage], chosen: dict[str, str]) -> list[Choice]:
    """The values of a filter that some member has, counted under the other filters alone."""
    others = {other: value for other, value in chosen.items() if other != name}
    members = list(members)
    present = {value for page in members for value in values_of(page, name)}
    found = [value for page in matching(members, others) for value in values_of(page, name)]
    return [
        Choice(value, str(label), found.count(value), chosen.get(name) == value)
        for value, label in FILTERS[name].choices
        if value in present or chosen.get(name) == value
    ]
