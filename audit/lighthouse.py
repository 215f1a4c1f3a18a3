"""Lighthouse on the main page types; three categories gate, performance is reported."""

import json
import os
import subprocess
from collections.abc import Iterator
from statistics import median

from audit.scratch import ROOT
from tests import chromium

PROGRAM = ROOT / "node_modules" / ".bin" / "lighthouse"
GATES = ("accessibility", "best-practices", "seo")
RUNS = 5
TRIES = 3  # the browser now and then records no trace, above all on a busy machine


def shortcomings(urls: list[str]) -> Iterator[str]:
    for url in urls:
        report = measure(url, *GATES, "performance")
        scores = {name: score(report, name) for name in GATES}
        speeds = [score(report, "performance")]
        speeds += [score(measure(url, "performance"), "performance") for _ in range(RUNS - 1)]
        line = "  ".join(f"{name} {value}" for name, value in scores.items())
        print(f"  {url}: {line}  performance {median(speeds):.0f} (median of {speeds})", flush=True)
        for name, value in scores.items():
            if value < 100:
                yield f"{url}: {name} is {value}: {', '.join(failing(report, name))}"


def measure(url: str, *categories: str) -> dict:
    command = [
        str(PROGRAM), url, "--quiet", "--output=json", f"--only-categories={','.join(categories)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": chromium.find() or ""}
    for _ in range(TRIES):
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if run.returncode == 0:
            return json.loads(run.stdout)
    raise RuntimeError(f"Lighthouse failed on {url}:\n{run.stderr[-2000:]}")


def score(report: dict, category: str) -> int:
    return round((report["categories"][category]["score"] or 0) * 100)


def failing(report: dict, category: str) -> list[str]:
    references = report["categories"][category]["auditRefs"]
    audits = [report["audits"][reference["id"]] for reference in references if reference["weight"]]
    return [audit["id"] for audit in audits if audit["score"] is not None and audit["score"] < 1]
