"""Pins each package by hash; no address of an index gets into the files."""

import subprocess
import sys

COMPILE = [
    sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal",
    "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate",
    "--custom-compile-command", "make lock",
]  # fmt: skip


def main() -> None:
    extra = sys.argv[1:]
    subprocess.run([*COMPILE, *extra, "-o", "requirements.txt"], check=True)
    development = ["--group", "dev", "-c", "requirements.txt", "-o", "requirements-dev.txt"]
    subprocess.run([*COMPILE, *extra, *development], check=True)


if __name__ == "__main__":
    main()
