"""Reads the whole public site, from the front door, by its links alone."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urldefrag, urljoin, urlsplit

import requests
from bs4 import BeautifulSoup

REFERENCES = {
    "a": "href", "link": "href", "script": "src", "img": "src", "source": "srcset",
    "form": "action", "iframe": "src",
}  # fmt: skip
CLOSED = ("/admin/", "/documents/")
TOGETHER = 4


@dataclass
class Visit:
    """One address as it was answered; `html` is empty for what is no page."""

    url: str
    status: int
    final_url: str
    html: str = ""
    links: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def is_page(self) -> bool:
        return self.status == 200 and bool(self.html) and self.url == self.final_url


def crawl(address: str) -> dict[str, Visit]:
    visits: dict[str, Visit] = {}
    frontier = {f"{address}/"}
    with ThreadPoolExecutor(TOGETHER) as pool, requests.Session() as session:
        while frontier:
            for visit in pool.map(partial(read, session), sorted(frontier)):
                visits[visit.url] = visit
            found = {link for url in frontier for link in follow(visits[url], address)}
            frontier = found - visits.keys()
    return visits


def read(session: requests.Session, url: str) -> Visit:
    response = session.get(url, timeout=60)
    visit = Visit(url, response.status_code, response.url)
    if response.headers.get("Content-Type", "").startswith("text/html"):
        visit.html = response.text
        soup = BeautifulSoup(response.text, "html.parser")
        visit.links = {urljoin(response.url, link) for link in references(soup)}
        visit.anchors = {str(tag["id"]) for tag in soup.find_all(id=True)}
    return visit


def references(soup: BeautifulSoup) -> Iterator[str]:
    for name, attribute in REFERENCES.items():
        for tag in soup.find_all(name):
            value = str(tag.get(attribute) or "")
            if attribute == "srcset":
                yield from (part.split()[0] for part in value.split(",") if part.strip())
            elif value:
                yield value


def follow(visit: Visit, address: str) -> Iterable[str]:
    """A page that a query made (a filter, a search) is read, but leads to no further query."""
    for link in visit.links:
        url = urldefrag(link).url
        parts = urlsplit(url)
        if not url.startswith(f"{address}/") or parts.path.startswith(CLOSED):
            continue
        if not (parts.query and urlsplit(visit.url).query):
            yield url
