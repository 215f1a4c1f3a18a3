import os
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from alliance.launch.preparation import prepare
from alliance.launch.processes import Processes
from home.demo.sign_ins import PASSWORD, open_addresses

WEB_SECONDS = 180
MANAGE = str(Path(settings.BASE_DIR) / "manage.py")


class Command(BaseCommand):
    help = "Prepares the database and runs web server, worker and scheduler until Ctrl-C."
    requires_system_checks: list[str] = []  # runserver makes them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options: Any) -> None:
        began = time.monotonic()
        if is_taken(port):
            raise CommandError(f"Port {port} is in use. Choose another: make run PORT={port + 1}")
        prepare(self.write, port)
        connections.close_all()
        processes = Processes(self.write)
        processes.stop_on_signals()
        try:
            # One after the other, so that the site is not kept waiting by what nobody waits for.
            self.start_web(processes, port)
            if wait_for_web(processes, port):
                self.greet(port, time.monotonic() - began)
                self.start_others(processes)
            status = processes.wait()
        finally:
            processes.stop()
        self.write("Stopped.")
        sys.exit(status)

    def write(self, text: str) -> None:
        """Shown at once, also where the output goes to a file."""
        self.stdout.write(text)
        self.stdout.flush()

    def start_web(self, processes: Processes, port: int) -> None:
        admin = os.environ.get("WAGTAILADMIN_BASE_URL", f"http://localhost:{port}")
        env = {"WAGTAILADMIN_BASE_URL": admin, "DJANGO_RUNSERVER_HIDE_WARNING": "true"}
        processes.start("web", [MANAGE, "runserver", "--skip-checks", str(port)], env)

    def start_others(self, processes: Processes) -> None:
        processes.start("worker", [MANAGE, "db_worker"])
        processes.start("scheduler", [MANAGE, "run_scheduler"])

    def greet(self, port: int, seconds: float) -> None:
        address = f"http://localhost:{port}/"
        lines = [f"The site is up after {seconds:.0f} s.", f"  Site   {address}"]
        lines.append(f"  Admin  {address}admin/")
        if addresses := open_addresses():
            lines.append(f"Sign in with the password '{PASSWORD}' as one of:")
            lines += [f"  {address}" for address in addresses]
        self.write("\n".join(["", *lines, "Ctrl-C stops everything.", ""]))


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_for_web(processes: Processes, port: int) -> bool:
    deadline = time.monotonic() + WEB_SECONDS
    while time.monotonic() < deadline and not processes.stopping:
        if processes.running["web"].poll() is not None:
            return False
        if answers(f"http://127.0.0.1:{port}/robots.txt", seconds=5):
            # The pictures of the first page are made while the reader still reaches for it.
            warm = threading.Thread(target=answers, args=(f"http://127.0.0.1:{port}/",))
            warm.daemon = True
            warm.start()
            return True
        time.sleep(0.2)
    return False


def answers(address: str, seconds: float = WEB_SECONDS) -> bool:
    try:
        urllib.request.urlopen(address, timeout=seconds).close()  # noqa: S310
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
