"""The smallest Wagtail project, as `wagtail start` makes it, with the same words on its pages."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from audit.crawl import Visit

OVERLAY = Path(__file__).parent / "overlay"
PREFIX = "/en"


def build(directory: Path, postgres: str, visits: list[Visit]) -> dict[str, str]:
    """Returns the environment it is served with."""
    from alliance.embedded.server import create_database

    project = directory / "smallest"
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    wagtail = str(Path(sys.executable).with_name("wagtail"))
    subprocess.run([wagtail, "start", "smallest", str(project)], check=True, capture_output=True)
    shutil.copytree(OVERLAY, project, dirs_exist_ok=True)
    create_database(postgres, "smallest")
    environment = {
        **os.environ,
        "BENCH_POSTGRES": postgres,
        "DJANGO_SETTINGS_MODULE": "smallest.settings.bench",
        "PYTHONPATH": str(project),
    }
    for command in (["makemigrations", "home", "-v0"], ["migrate", "-v0"]):
        run(project, environment, "manage.py", *command)
    words = [page_words(visit) for visit in visits]
    words.sort(key=lambda page: page["path"].count("/"))
    run(project, environment, "fill.py", text=json.dumps(words))
    return environment


def page_words(visit: Visit) -> dict:
    soup = BeautifulSoup(visit.html, "html.parser")
    title = soup.h1.get_text(" ", strip=True) if soup.h1 else ""
    texts = [tag.get_text(" ", strip=True) for tag in soup.select("main :is(h2, h3, p, li)")]
    path = urlsplit(visit.url).path.removeprefix(PREFIX)
    return {"path": path, "title": title or path, "texts": texts}


def run(project: Path, environment: dict[str, str], *command: str, text: str = "") -> None:
    subprocess.run(
        [sys.executable, *command],
        cwd=project, env=environment, input=text, text=True, check=True,
    )  # fmt: skip
