"""`make bench`: our pages beside the same words in the smallest Wagtail project."""

import signal
import sys

from audit import scratch
from audit.__main__ import first_of_each, inventory
from audit.crawl import Visit, crawl
from bench import smallest
from bench.measure import Cost, cost


def chosen(site: scratch.Scratch) -> dict[str, str]:
    """Each kind of page by the path that both sites know, below the language."""
    pages = [page for page in inventory(site) if page["locale"] == "en"]
    samples = {page["type"]: page["path"] for page in first_of_each(pages, "type")}
    return {
        "home": samples["home.HomePage"],
        "member home": samples["members.MemberHomePage"],
        "deep page": max((page["path"] for page in pages), key=lambda path: path.count("/")),
    }


def english(site: scratch.Scratch) -> list[Visit]:
    known = {page["path"] for page in inventory(site) if page["locale"] == "en"}
    visits = crawl(site.address).values()
    return [visit for visit in visits if visit.is_page and visit.url[len(site.address) :] in known]


def measured(port: int, paths: dict[str, str]) -> dict[str, Cost]:
    return {name: cost(port, path) for name, path in paths.items()}


def report(ours: dict[str, Cost], theirs: dict[str, Cost]) -> None:
    print(f"\n{'':<22}  {'CPU ms a request':>26}  {'requests a second':>26}")
    print(f"{'':<22}" + f"  {'ours':>8}  {'smallest':>8}  {'ratio':>6}" * 2)
    for name, our in ours.items():
        their = theirs[name]
        print(
            f"{name:<22}"
            f"  {our.cpu_ms:8.1f}  {their.cpu_ms:8.1f}  {their.cpu_ms / our.cpu_ms:5.1f}x"
            f"  {our.per_second:8.0f}  {their.per_second:8.0f}"
            f"  {our.per_second / their.per_second:5.1f}x"
        )


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the servers end with it
    directory = scratch.VAR / "bench"
    with scratch.demonstration(directory, workers=1) as site:
        paths = chosen(site)
        visits = english(site)
        # An address with a query is never held, so it shows what making the page costs.
        paths |= {f"{name}, made anew": f"{path}?anew" for name, path in paths.items()}
        ours = measured(site.port, paths | {"search": "/en/search/?q=library"})
    print(f"Putting the words of {len(visits)} pages on the smallest project ...", flush=True)
    environment = smallest.build(directory, site.postgres, visits)
    port = scratch.free_port()
    log, project = directory / "smallest.log", directory / "smallest"
    with scratch.serve(environment, port, log, 1, "smallest.wsgi", project):
        short = {name: path.removeprefix(smallest.PREFIX) for name, path in paths.items()}
        theirs = measured(port, short | {"search": "/search/?query=library"})
    report(ours, theirs)


if __name__ == "__main__":
    main()
