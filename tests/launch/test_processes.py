"""What the supervisor starts ends together."""

import os
import signal
import threading
import time

import psutil

from alliance.launch.processes import Processes

SLEEP = ["-c", "import time; print('ready'); time.sleep(60)"]
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "print('ready'); time.sleep(60)"
)


def started(*commands):
    lines = []
    processes = Processes(lines.append)
    for number, command in enumerate(commands):
        processes.start(f"part{number}", command, {})
    deadline = time.monotonic() + 20
    while len(lines) < len(commands) and time.monotonic() < deadline:
        time.sleep(0.05)
    return processes, lines


def test_output_is_shown_with_the_name_of_the_part():
    processes, lines = started(SLEEP)
    processes.stop()
    assert lines == ["part0     | ready"]


def test_all_parts_end_when_it_stops(monkeypatch):
    monkeypatch.setattr("alliance.launch.processes.PATIENCE", 1)
    processes, _lines = started(SLEEP, ["-c", STUBBORN])
    processes.stop()
    assert all(process.wait(5) < 0 for process in processes.running.values())


def test_a_part_that_ends_by_itself_is_named_and_is_a_failure():
    processes, lines = started(["-c", "import sys; print('oh'); sys.exit(2)"], SLEEP)
    assert processes.wait() == 1
    processes.stop()
    assert "part0 ended by itself, with status 2." in lines


def test_a_part_whose_code_has_changed_begins_anew(tmp_path):
    seen = tmp_path / "seen"
    once = f"import pathlib, sys; p = pathlib.Path({str(seen)!r}); print('began')\n"
    once += "if p.exists(): sys.exit(2)\np.touch(); sys.exit(3)"
    processes, lines = started(["-c", once])
    assert processes.wait() == 1
    processes.stop()
    assert lines.count("part0     | began") == 2


def test_a_signal_ends_the_wait_without_failure():
    processes, _lines = started(SLEEP)
    old = signal.getsignal(signal.SIGTERM)
    processes.stop_on_signals()
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGTERM)).start()
    try:
        assert processes.wait() == 0
    finally:
        processes.stop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, old)
        signal.signal(signal.SIGINT, signal.default_int_handler)
    children = {child.pid for child in psutil.Process().children()}
    assert not children & {process.pid for process in processes.running.values()}
