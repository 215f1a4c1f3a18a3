"""Finds Chromium for browser tests and audit; run as a script, it installs one if need be."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "No Chromium was found, and none could be installed: browser tests cannot run."


def find() -> str | None:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def is_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def install() -> None:
    """Debian's package when that is allowed, else a copy that Playwright keeps for itself."""
    print("Installing Chromium for the browser tests ...", flush=True)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], check=False, env=quiet)
        command = ["apt-get", "install", "-qy", "--no-install-recommends", "chromium"]
        if subprocess.run(command, check=False, env=quiet).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if not find():
        install()
    if not find():
        print(f"\n*** {MISSING} ***\n", flush=True)
        sys.exit(1 if is_ci() else 0)
