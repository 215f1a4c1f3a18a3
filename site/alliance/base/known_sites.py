"""The sites that there are, found by the name and port that a request asks for."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Locale, Site
from wagtail.models.sites import SiteRootPath

from .models import BasePage
from .root_paths import RootPaths

# On these any name is answered: web servers leave them out of the addresses that they hand on.
USUAL_PORTS = frozenset(("80", "443"))


class KnownSites:
    """One look into a dictionary finds the site of a request, be there one or a thousand."""

    def __init__(self, sites: Iterable[Any]) -> None:
        self.default: Any = None
        self.by_address: dict[tuple[str, str], Any] = {}
        self.by_name: dict[str, Any] = {}
        self.ports: dict[str, set[str]] = defaultdict(set)
        self.by_key: dict[int, Any] = {}
        for site in sites:
            name = site.hostname.lower()
            self.by_key[site.pk] = site
            self.by_address[name, str(site.port)] = site
            self.by_name.setdefault(name, site)
            self.ports[name].add(str(site.port))
            if site.is_default_site:
                self.default = site

    def find(self, name: str, port: str) -> Any:
        """None for a name that no site has. Another port, as of a server behind a web server,
        leads to the site of the name and never to another's."""
        return self.by_address.get((name, port)) or self.by_name.get(name)

    def has(self, name: str, port: str) -> bool:
        return name in self.by_name and (port in USUAL_PORTS or port in self.ports[name])

    def of(self, request: HttpRequest) -> Any:
        """A name without a site, such as `localhost`, was let in as the alliance's own."""
        name, _ = split_domain_port(request.get_host())
        return self.find(name, request.get_port()) or self.default


def read_sites() -> QuerySet[Site]:
    """The sites with whose they are and the roots of all their languages, in one query."""
    roots = BasePage.objects.filter(translation_key=OuterRef("root_page__translation_key"))
    names = ("url_path", "locale_id", "live", "title", "alias_of_id")
    facts = JSONObject(**{name: F(name) for name in names})
    owner = BasePage.objects.filter(pk=OuterRef("root_page_id")).values("organisation_id")
    sites = Site.objects.select_related("root_page").annotate(
        organisation_id=Subquery(owner), roots=ArraySubquery(roots.order_by().values(json=facts))
    )
    return sites.order_by("-is_default_site", "hostname", "port")


def root_paths_of(sites: Iterable[Any], locales: dict[int, Locale]) -> RootPaths:
    """What Wagtail's `Site.get_site_root_paths` gives with a query or more for each site."""
    paths = [
        SiteRootPath(
            site.pk, root["url_path"], site.root_url, locales[root["locale_id"]].language_code
        )
        for site in sites
        for root in site.roots
    ]
    return RootPaths(sorted(paths, key=lambda path: path.root_path, reverse=True))
