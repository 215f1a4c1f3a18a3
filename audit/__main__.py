"""`make audit`: the demonstration site, every page of it, before judges of four kinds.

Name some of links, nu, axe, lighthouse to run only those.
"""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from audit import axe, lighthouse, nu
from audit.crawl import crawl
from audit.links import broken_links, unreached
from audit.scratch import ROOT, VAR, Scratch, demonstration

MAIN_TYPES = ("home.HomePage", "members.MemberHomePage", "home.NewsPage", "pledges.PledgePage")
SHOWN = 40
Pages = list[dict[str, str]]


def inventory(site: Scratch) -> Pages:
    command = [sys.executable, "-m", "audit.inventory"]
    run = subprocess.run(
        command, env=site.environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def first_of_each(pages: Pages, *keys: str) -> Pages:
    return list({tuple(page[key] for key in keys): page for page in reversed(pages)}.values())


def judge(name: str, find: Callable[[], Iterable[str]]) -> int:
    print(f"\n{name}", flush=True)
    began = time.monotonic()
    found = list(find())
    for line in found[:SHOWN]:
        print(f"  {line}")
    if len(found) > SHOWN:
        print(f"  ... and {len(found) - SHOWN} more")
    print(f"  {len(found)} findings in {time.monotonic() - began:.0f} s", flush=True)
    return len(found)


def one_of_each_look(urls: Iterable[str]) -> list[str]:
    """Of what differs by query alone (filters, searches, next pages), one look is enough."""
    return list({(url.partition("?")[0], "?" in url): url for url in urls}.values())


def main_pages(address: str, pages: Pages) -> list[str]:
    main = [page for page in first_of_each(pages, "type") if page["type"] in MAIN_TYPES]
    return [*(address + page["path"] for page in main), f"{address}/en/search/?q=library"]


def audit(site: Scratch, directory: Path, chosen: list[str]) -> int:
    pages, visits = inventory(site), crawl(site.address)
    read = sorted(url for url, visit in visits.items() if visit.is_page)
    print(f"{len(visits)} addresses, {len(read)} pages, {len(pages)} of them kept by editors")
    looks = one_of_each_look(read)
    samples = {site.address + page["path"] for page in first_of_each(pages, "type", "locale")}
    samples |= {url for url in looks if "/search/" in url}
    judges: dict[str, Callable[[], Iterable[str]]] = {
        "links": lambda: [*unreached(visits, pages), *broken_links(visits)],
        "nu": lambda: nu.invalid_html(visits, directory),
        "axe": lambda: axe.violations(looks, samples),
        "lighthouse": lambda: lighthouse.shortcomings(main_pages(site.address, pages)),
    }
    return sum(judge(name, judges[name]) for name in judges if not chosen or name in chosen)


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the servers end with it
    directory = VAR / "audit"
    with demonstration(directory) as site:
        findings = audit(site, directory / "pages", sys.argv[1:])
    print(f"\n{findings} findings" if findings else "\nNothing falls short.")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
