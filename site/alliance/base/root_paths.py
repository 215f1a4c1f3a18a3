"""Which sites a page belongs to, told from its path alone, however many sites there are."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from wagtail.models.sites import SiteRootPath


class RootPaths(list[SiteRootPath]):
    """What Wagtail's `Site.get_site_root_paths` gives, with a way to ask for a page's own."""

    @cached_property
    def by_path(self) -> dict[str, list[SiteRootPath]]:
        found: dict[str, list[SiteRootPath]] = defaultdict(list)
        for path in self:
            found[path.root_path].append(path)
        return dict(found)

    @cached_property
    def of_two_sites(self) -> list[SiteRootPath]:
        """Enough for Wagtail to see that there are several sites, where there are."""
        return list({path.site_id: path for path in reversed(self)}.values())[:2]

    def near(self, url_path: str) -> list[SiteRootPath]:
        """Those above a page, the deepest first, as Wagtail looks for them among all."""
        own = [path for above in paths_above(url_path) for path in self.by_path.get(above, ())]
        return [*own, *self.of_two_sites]


def paths_above(url_path: str) -> Iterable[str]:
    """`/home/a/` gives `/home/a/`, `/home/`, `/`."""
    parts = [part for part in url_path.split("/") if part]
    for length in range(len(parts), -1, -1):
        yield "/" + "".join(f"{part}/" for part in parts[:length])
