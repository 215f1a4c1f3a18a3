"""Menus, breadcrumbs and language links, as plain values for templates."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.db.models import F, OuterRef, Q, Subquery
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import tree as trees
from .models import BasePage
from .tree import Tree


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    path: str
    is_current: bool = False
    is_ancestor: bool = False
    lang: str = ""
    full_url: str = ""


@dataclass(frozen=True)
class Section:
    home: MenuItem
    organisation: Any
    items: list[MenuItem] = field(default_factory=list)


@dataclass(frozen=True)
class LanguageLink:
    """Where the switcher leads: to the translation, or to the source page, which it names."""

    code: str
    name: str
    url: str
    lang: str
    is_current: bool = False
    is_translated: bool = True
    full_url: str = ""

    @property
    def language_of_target(self) -> str:
        return LANG_INFO[self.lang]["name_local"]


def menu_item(request: HttpRequest, page: BasePage, tree: Tree) -> MenuItem:
    prepare(page, tree)
    # An alias repeats the words of its source, which may be in another language.
    written_in = tree.locales[(page.alias_of or page).locale_id].language_code
    url, full_url = page.get_url(request) or "", page.full_url or ""
    return MenuItem(page.title, url, page.path, lang=written_in, full_url=full_url)


def mark(items: Iterable[MenuItem], page: BasePage | None) -> list[MenuItem]:
    here = page.path if page else ""
    return [
        replace(
            item,
            is_current=item.path == here,
            is_ancestor=here.startswith(item.path) and item.path != here,
        )
        for item in items
    ]


def root_page_path(request: HttpRequest, tree: Tree) -> str | None:
    site = tree.site_for(request)
    return tree.root_path(site, get_language() or "") if site else None


def main_menu(request: HttpRequest, page: BasePage | None) -> list[MenuItem]:
    return mark(site_menus(request)["show_in_menus"], page)


def footer_menu(request: HttpRequest, page: BasePage | None) -> list[MenuItem]:
    """A member's host leads to the alliance's pages, too: it is the alliance that runs it."""
    own = mark(site_menus(request)["show_in_footer"], page)
    return [*own, *alliance_footer(request)]


def alliance_footer(request: HttpRequest) -> list[MenuItem]:
    """Held once for all members' hosts, as it is the same for all."""
    tree = trees.for_request(request)
    if not tree.is_members(tree.site_for(request)) or not tree.sites.default:
        return []
    language = get_language() or ""
    root_path = tree.root_path(tree.sites.default, language)
    if root_path is None:
        return []
    menus = tree.keep(("alliance", root_path), lambda: read_menus(request, tree, root_path))
    return [replace(item, url=item.full_url) for item in menus["show_in_footer"]]


def site_key(request: HttpRequest) -> int:
    """Addresses in a menu depend on the site it is shown on."""
    return request._wagtail_site.pk  # type: ignore[attr-defined]


def site_menus(request: HttpRequest) -> dict[str, list[MenuItem]]:
    """Both menus of the site in the reader's language, from one query."""
    tree = trees.for_request(request)
    root_path = root_page_path(request, tree)
    if root_path is None:
        return {"show_in_menus": [], "show_in_footer": []}
    return tree.keep(
        ("menus", root_path, site_key(request)), lambda: read_menus(request, tree, root_path)
    )


def read_menus(request: HttpRequest, tree: Tree, root_path: str) -> dict[str, list[MenuItem]]:
    root = BasePage.objects.filter(url_path=root_path)
    children = BasePage.objects.listable().filter(
        Q(show_in_menus=True) | Q(show_in_footer=True),
        path__startswith=Subquery(root.values("path")[:1]),
        depth=Subquery(root.values("depth")[:1]) + 1,
    )
    items = [(page, menu_item(request, page, tree)) for page in children.order_by("path")]
    return {
        flag: [item for page, item in items if getattr(page, flag)]
        for flag in ("show_in_menus", "show_in_footer")
    }


def section_menu(request: HttpRequest, page: BasePage | None) -> Section | None:
    """The menu of the member's section that a page is in."""
    if page is None or page.organisation_id is None:
        return None
    tree = trees.for_request(request)
    key = ("section", page.organisation_id, page.locale_id, site_key(request))
    section = tree.keep(key, lambda: read_section(request, page, tree))
    if section is None:
        return None
    return replace(section, organisation=page.organisation, items=mark(section.items, page))


def read_section(request: HttpRequest, page: BasePage, tree: Tree) -> Section | None:
    """The section's root, which is its first page in tree order, and the children in its menu.

    Where the root is not translated, the section is named as in the source language.
    """
    pages = BasePage.objects.filter(organisation_id=page.organisation_id)
    root = pages.filter(locale=OuterRef("locale")).order_by("path")
    near = pages.listable().in_locale_or_source(page.locale)
    near = near.annotate(level=Subquery(root.values("depth")[:1])).filter(depth__lte=F("level") + 1)
    found = list(near.order_by("path"))
    roots = [item for item in found if item.depth == item.level]
    if not roots:
        return None
    own = [item for item in found if item.locale_id == page.locale_id and item not in roots]
    items = [menu_item(request, child, tree) for child in own if child.show_in_menus]
    return Section(menu_item(request, roots[0], tree), None, items)


def breadcrumbs(request: HttpRequest, page: BasePage | None) -> list[MenuItem]:
    """The way from the site's root to the page's parent."""
    if page is None:
        return []
    hold_relatives(request, page)
    return page.held_breadcrumbs


def hold_relatives(request: HttpRequest, page: BasePage) -> None:
    """Read a page's ancestors and translations in one query; the page keeps both."""
    if hasattr(page, "held_breadcrumbs"):
        return
    tree = trees.for_request(request)
    above = [page.path[: n * page.steplen] for n in range(2, page.depth)]
    wanted = Q(path__in=above) | Q(translation_key=page.translation_key)
    found = list(BasePage.objects.live().filter(wanted).select_related("alias_of").order_by("path"))
    root_path = root_page_path(request, tree) or ""
    page.held_breadcrumbs = [
        menu_item(request, other, tree)
        for other in found
        if other.path in above and other.url_path.startswith(root_path)
    ]
    page.held_breadcrumbs[:1] = [
        replace(item, title=_("Home")) for item in page.held_breadcrumbs[:1]
    ]
    page.held_translations = {
        other.locale_code: other
        for other in (prepare(other, tree) for other in found)
        if other.translation_key == page.translation_key
        and not other.alias_of_id
        and not tree.restrictions_of(other)
    }


def prepare(page: BasePage, tree: Tree) -> BasePage:
    """Spare a page the queries for what the tree knows of its language and its hosts."""
    page.locale = tree.locales[page.locale_id]
    page._wagtail_cached_site_root_paths = tree.root_paths
    return page


def language_links(request: HttpRequest, page: BasePage | None) -> list[LanguageLink]:
    tree = trees.for_request(request)
    public = {locale.language_code for locale in tree.locales.values()}
    found = translations_by_language(request, page) if page else {}
    site = tree.site_for(request)
    if tree.is_members(site):
        public &= {*tree.languages_of(site), *found}
    codes = [code for code in settings.SITE_LANGUAGES if code in public]
    return [link_to(request, code, page, found) for code in codes]


def translations_by_language(request: HttpRequest, page: BasePage) -> dict[str, BasePage]:
    hold_relatives(request, page)
    return page.held_translations


def link_to(
    request: HttpRequest, code: str, page: BasePage | None, found: dict[str, BasePage]
) -> LanguageLink:
    """A page without a translation leads to its source; no page, to the language's home."""
    own = page if page and page.locale_code == code else None
    target = found.get(code, own)
    current = code == get_language()
    name = LANG_INFO[code]["name_local"]
    if page is None:
        rest = request.path_info.split("/", 2)[-1] if get_language() else ""
        return LanguageLink(code, name, f"/{code}/{rest}{lasting_query(request)}", code, current)
    if target is not None:
        url, full_url = target.get_url(request) or "", target.full_url or ""
        return LanguageLink(code, name, url, code, current, full_url=full_url)
    source = found.get(settings.LANGUAGE_CODE) or page
    url = source.get_url(request) or ""
    return LanguageLink(code, name, url, source.locale_code, current, is_translated=False)


def lasting_query(request: HttpRequest) -> str:
    """What the address asks for, but for the part of a list: each language has its own number.

    Read without Django's QueryDict, which refuses a query of very many parts, even while the
    page is made that says so.
    """
    pairs = parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True)
    query = urlencode([(name, value) for name, value in pairs if name != "page"])
    return f"?{query}" if query else ""
