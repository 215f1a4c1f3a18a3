"""`manage.py start`, which `make run` calls, run as a newcomer runs it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
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

    def start(port):
        return subprocess.Popen(
            [sys.executable, str(MANAGE), "start", "--port", str(port)],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    return start


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


def test_it_serves_and_ctrl_c_leaves_nothing_behind(start):
    port = free_port()
    process = start(port)
    output = read_until(process, "Ctrl-C stops everything")
    assert f"http://localhost:{port}/" in output
    with pytest.raises(urllib.error.HTTPError) as answer:  # no content, but an answer
        urllib.request.urlopen(f"http://localhost:{port}/en/")
    assert answer.value.code == 404

    children = family(process)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    _gone, alive = psutil.wait_procs(children, 10)
    assert not alive

    began = time.monotonic()
    again = start(port)
    read_until(again, "Ctrl-C stops everything")
    assert time.monotonic() - began < 20  # on a quiet machine five
    again.terminate()
    assert again.wait(30) == 0


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
