"""`manage.py start`, which `make run` calls, run as a newcomer runs it."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import psutil
import pytest

MANAGE = Path(__file__).parents[2] / "manage.py"


@pytest.fixture
def start(tmp_path_factory):
    """Without the demonstration content, whose loading has tests of its own."""
    var = tmp_path_factory.mktemp("run")
    environment = {
        **os.environ,
        "ALLIANCE_VAR_DIR": str(var),
        "DEMONSTRATION": "false",
        "DJANGO_SETTINGS_MODULE": "alliance.settings.development",
    }
    environment.pop("DATABASE_URL", None)

    processes = []

    def start(port):
        process = subprocess.Popen(
            [sys.executable, str(MANAGE), "start", "--port", str(port)],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.terminate()
        process.wait(30)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read_until(process, words):
    lines = []
    for line in process.stdout:
        lines.append(line)
        if words in line:
            return "".join(lines)
    raise AssertionError("".join(lines))


def family(process):
    return psutil.Process(process.pid).children(recursive=True)


def test_it_serves_until_ctrl_c_and_a_second_start_has_little_to_do(start):
    port = free_port()
    process = start(port)
    output = read_until(process, "Ctrl-C stops everything")
    assert f"http://localhost:{port}/" in output
    with urllib.request.urlopen(f"http://localhost:{port}/en/") as answer:
        assert "Sign in to begin" in answer.read().decode()

    children = family(process)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    _gone, alive = psutil.wait_procs(children, 10)
    assert not alive

    port = free_port()
    second = start(port)
    assert "Making a PostgreSQL database" not in read_until(second, "Ctrl-C stops everything")
    with urllib.request.urlopen(f"http://localhost:{port}/en/") as answer:
        assert f'rel="canonical" href="http://localhost:{port}/en/"' in answer.read().decode()
    # Its own work, not the time on the clock, which depends on who else is at work.
    assert psutil.Process(second.pid).cpu_times().user < 4


def test_a_port_in_use_is_said_plainly(start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(port)
        output, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"make run PORT={port + 1}" in output
    assert "Traceback" not in output
