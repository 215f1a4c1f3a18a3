"""The embedded server comes with the first process and goes with the last, however it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

CONNECT = """
import sys, time
from pathlib import Path
import psycopg
from alliance.embedded.server import create_database, socket_directory

directory = socket_directory(Path(sys.argv[1]), durable=False)
create_database(directory, "alliance")
with psycopg.connect(host=directory, user="postgres", dbname="alliance") as connection:
    order = "SELECT string_agg(word, ' ' ORDER BY word), upper('ŵ') FROM unnest(%s::text[]) AS word"
    print(*connection.execute(order, [["b", "Z", "a"]]).fetchone(), flush=True)
time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("pg") / "data"


def connect(data, seconds=0.0):
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "site")}
    command = [sys.executable, "-W", "ignore", "-c", CONNECT, str(data), str(seconds)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def is_running(data):
    pid_file = data / "postmaster.pid"
    return pid_file.exists() and psutil.pid_exists(int(pid_file.read_text().split()[0]))


def test_processes_that_start_together_share_one_server_and_the_last_stops_it(data):
    processes = [connect(data, 0.1 * number) for number in range(3)]
    assert [process.communicate(timeout=90)[0] for process in processes] == ["Z a b Ŵ\n"] * 3
    assert not is_running(data)


def test_a_killed_process_is_not_waited_for(data):
    killed = connect(data, 60)
    killed.stdout.readline()
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert is_running(data)
    assert connect(data).wait(90) == 0
    assert not is_running(data)


def test_a_server_that_crashed_is_started_again(data):
    first = connect(data, 60)
    first.stdout.readline()
    os.kill(int((data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    first.send_signal(signal.SIGKILL)
    first.wait()
    time.sleep(0.5)
    assert connect(data).wait(90) == 0


def test_a_list_of_processes_that_was_cut_short_does_no_harm(data):
    assert connect(data).wait(90) == 0
    (data / ".handle_pids.json").write_text("")
    assert connect(data).wait(90) == 0
    assert not is_running(data)
