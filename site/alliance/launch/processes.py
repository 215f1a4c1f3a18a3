"""A small supervisor: what it starts ends together, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import FrameType

from django.utils.autoreload import DJANGO_AUTORELOAD_ENV

PATIENCE = 8  # seconds between asking a process to end and making it
CODE_CHANGED = 3  # how a process of Django's reloader ends when it wants to begin anew


class Processes:
    def __init__(self, write: Callable[[str], object]) -> None:
        self.write = write
        self.running: dict[str, subprocess.Popen[str]] = {}
        self.started: dict[str, tuple[Sequence[str], Mapping[str, str]]] = {}
        self.stopping = False

    def start(
        self, name: str, command: Sequence[str], extra_env: Mapping[str, str] | None = None
    ) -> None:
        """Each gets a process group of its own, so Ctrl-C reaches it through here only.

        Django's reloader is told that it has a parent, which saves a process that loads
        everything only to start another.
        """
        extra_env = extra_env or {}
        self.started[name] = command, extra_env
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={
                **os.environ,
                "PYTHONUNBUFFERED": "1",
                DJANGO_AUTORELOAD_ENV: "true",
                **extra_env,
            },
            start_new_session=True,
        )
        self.running[name] = process
        threading.Thread(target=self._echo, args=(name, process), daemon=True).start()

    def _echo(self, name: str, process: "subprocess.Popen[str]") -> None:
        for line in process.stdout or ():
            if line.strip() and not self.stopping:
                self.write(f"{name:<9} | {line.rstrip()}")

    def stop_on_signals(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def wait(self) -> int:
        """The exit status: an end that nobody asked for is a failure."""
        while not self.stopping:
            time.sleep(0.2)
            for name, process in list(self.running.items()):
                if process.poll() == CODE_CHANGED:
                    self.start(name, *self.started[name])
                elif process.returncode is not None:
                    self.write(f"{name} ended by itself, with status {process.returncode}.")
                    return 1
        return 0

    def stop(self) -> None:
        self.stopping = True
        self._signal_all(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for process in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, deadline - time.monotonic()))
        self._signal_all(signal.SIGKILL)

    def _signal_all(self, number: signal.Signals) -> None:
        for process in self.running.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, number)
