"""The Nu HTML checker, run once over all pages."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from audit.crawl import Visit
from audit.scratch import ROOT

JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def invalid_html(visits: dict[str, Visit], directory: Path) -> Iterator[str]:
    directory.mkdir(parents=True, exist_ok=True)
    urls = {}
    for number, visit in enumerate(visits.values()):
        if visit.is_page:
            path = directory / f"{number}.html"
            path.write_text(visit.html, "utf-8")
            urls[path.as_uri()] = visit.url
    command = ["java", "-Xss8m", "-jar", str(JAR), "--format", "json", "--stdout"]
    run = subprocess.run(
        [*command, "--errors-only", "--exit-zero-always", str(directory)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    for message in json.loads(run.stdout)["messages"]:
        where = urls.get(message.get("url", "").replace("file:/", "file:///", 1), "?")
        where = urls.get(message.get("url", ""), where)
        yield f"{where}: {message['message']} ({message.get('extract', '').strip()[:120]})"
