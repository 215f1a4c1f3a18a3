"""The demonstration site on a data directory of its own, behind the production server."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("ALLIANCE_VAR_DIR", ROOT / "var")).resolve()
DEVELOPMENT, PRODUCTION = "alliance.settings.development", "alliance.settings.production"
UP_WITHIN = 240  # seconds: the first visit makes the pictures of the page


@dataclass
class Scratch:
    address: str
    port: int
    postgres: str  # the directory of its socket
    environment: dict[str, str]


@contextmanager
def demonstration(var: Path, settings: str = PRODUCTION, workers: int = 2) -> Iterator[Scratch]:
    """Loads the content under development settings: production refuses the demonstration's
    people."""
    shutil.rmtree(var, ignore_errors=True)
    sys.path.append(str(ROOT / "site"))
    from alliance.embedded.server import create_database, socket_directory

    port, postgres = free_port(), socket_directory(var / "postgres", durable=False)
    create_database(postgres, "alliance")
    environment = environment_for(var, port, postgres, settings)
    loading = {**environment, "DJANGO_SETTINGS_MODULE": DEVELOPMENT}
    for command in (["migrate", "-v0"], ["load_demo"]):
        manage(command, loading)
    manage(["collectstatic", "--noinput", "-v0"], environment)
    with serve(environment, port, var / "server.log", workers):
        yield Scratch(f"http://localhost:{port}", port, postgres, environment)


def environment_for(var: Path, port: int, directory: str, settings: str) -> dict[str, str]:
    address = f"http://localhost:{port}"
    return {
        **os.environ,
        "ALLIANCE_VAR_DIR": str(var),
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": f"postgres://postgres@/alliance?host={directory}",
        "DEBUG": "false",
        "DEMONSTRATION": "true",
        "DJANGO_SETTINGS_MODULE": settings,
        "EMAIL_URL": "dummymail://",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SECURE_SSL_REDIRECT": "false",
        "WAGTAILADMIN_BASE_URL": address,
    }


def manage(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, str(ROOT / "manage.py"), *command], env=environment, check=True)


@contextmanager
def serve(
    environment: dict[str, str],
    port: int,
    log: Path,
    workers: int,
    application: str = "alliance.wsgi",
    directory: Path = ROOT,
) -> Iterator[None]:
    command = [
        sys.executable, "-m", "gunicorn", application, f"--bind=127.0.0.1:{port}",
        f"--workers={workers}", "--threads=4", "--timeout=240", "--no-control-socket",
    ]  # fmt: skip
    with log.open("w") as output:
        server = subprocess.Popen(
            command, env=environment, stdout=output, stderr=output, cwd=directory
        )
        try:
            wait_until_up(f"http://localhost:{port}/", server, log)
            yield
        finally:
            server.terminate()
            server.wait(30)


def wait_until_up(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + UP_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=UP_WITHIN).close()
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The site does not answer:\n{log.read_text()[-4000:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
