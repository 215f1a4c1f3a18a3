"""Whether what each page says of its organisation is what the tree says."""

from collections.abc import Iterator
from dataclasses import dataclass

from alliance.base.models import BasePage

from .models import MemberHomePage, Organisation


@dataclass(frozen=True)
class Misplaced:
    url_path: str
    carries: str
    belongs_to: str

    def __str__(self) -> str:
        return f"{self.url_path}: carries {self.carries}, belongs to {self.belongs_to}"


def misplaced_pages() -> Iterator[Misplaced]:
    """Pages whose organisation is not that of the section root above them, in two queries."""
    roots = dict(MemberHomePage.objects.values_list("path", "organisation_id"))
    slugs = dict(Organisation.objects.values_list("pk", "slug"))
    pages = BasePage.objects.order_by("path").values_list("path", "url_path", "organisation_id")
    for path, url_path, carried in pages.iterator():
        expected = roots.get(section_path(path, roots))
        if carried != expected:
            names = [slugs.get(pk, "the alliance") for pk in (carried, expected)]
            yield Misplaced(url_path, *names)


def section_path(path: str, roots: dict[str, int | None]) -> str:
    """The path of the section root that a page is below, or is; empty in the shared site."""
    ends = range(len(path), 0, -BasePage.steplen)
    return next((path[:end] for end in ends if path[:end] in roots), "")
