"""Every link inside the site leads to a page, and every fragment to a place on it."""

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag

from audit.crawl import Visit


def broken_links(visits: dict[str, Visit]) -> Iterator[str]:
    for page in visits.values():
        for link in sorted(page.links):
            url, fragment = urldefrag(link)
            target = visits.get(url)
            if target and target.status >= 400:
                yield f"{page.url}: {url} answers {target.status}"
            elif target and fragment and target.html and unquote(fragment) not in target.anchors:
                yield f"{page.url}: nothing on {url} is named #{fragment}"


def unreached(visits: dict[str, Visit], pages: list[dict[str, str]]) -> Iterator[str]:
    """A live page that no link leads to is as good as lost."""
    reached = {visit.path for visit in visits.values() if visit.is_page}
    for page in pages:
        if page["path"] not in reached:
            yield f"{page['path']} ({page['type']}, {page['locale']}) was not reached"
