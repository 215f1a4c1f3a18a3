"""Under whose name a page is shown: the member's on its own host, else the alliance's."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import tree as trees
from .models import BasePage
from .models.media import renditions_of
from .tree import Tree


@dataclass(frozen=True)
class Brand:
    """`organisation` is None where the site is the alliance's."""

    name: str
    lang: str
    home_url: str
    organisation: Any = None
    alliance_url: str = ""

    @property
    def site_name(self) -> str:
        """As titles end: the member first, then the alliance."""
        alliance = _("Libraries Alliance")
        return f"{self.name} · {alliance}" if self.organisation else alliance


def brand_of(request: HttpRequest, page: BasePage | None) -> Brand:
    """Costs no query on a page of the site; where none is shown, one for each generation."""
    tree = trees.for_request(request)
    site: Any = tree.site_for(request)
    language = get_language() or settings.LANGUAGE_CODE
    if not tree.is_members(site):
        return Brand(_("Libraries Alliance"), language, f"/{language}/")
    alliance = tree.sites.default
    root_url = alliance.root_url if alliance else settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    alliance_url = f"{root_url}/{language}/"
    found = tree.first_page_of(site, language)
    if found is None:  # a section that nobody may read, or no more, is not named
        return Brand(_("Libraries Alliance"), language, alliance_url)
    code, title = found
    organisation = organisation_of(tree, site, page)
    return Brand(title, code, f"/{code}/", organisation, alliance_url)


def organisation_of(tree: Tree, site: Any, page: BasePage | None) -> Any:
    if page and page.organisation_id == site.organisation_id:
        return page.organisation
    return tree.keep(("organisation", site.pk), lambda: read_organisation(site))


def read_organisation(site: Any) -> Any:
    """With its logo, as it is read with every page."""
    pages = BasePage.objects.select_related("organisation__logo")
    pages = pages.annotate(logo_renditions=renditions_of("organisation__logo"))
    page = pages.get(pk=site.root_page_id)
    if page.organisation.logo:
        page.organisation.logo.hold_renditions(page.logo_renditions)
    return page.organisation
