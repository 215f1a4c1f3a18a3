"""What a request costs a server: its own CPU time, and how many fit into a second."""

import http.client
import time
from dataclasses import dataclass

import psutil

WARM_UP, REQUESTS = 20, 200


@dataclass
class Cost:
    cpu_ms: float
    per_second: float


def cost(port: int, path: str) -> Cost:
    """One client, one connection: what is measured is the server, not a crowd."""
    connection = http.client.HTTPConnection("localhost", port, timeout=60)
    fetch(connection, path, WARM_UP)
    cpu, began = cpu_seconds(port), time.perf_counter()
    fetch(connection, path, REQUESTS)
    wall, used = time.perf_counter() - began, cpu_seconds(port) - cpu
    connection.close()
    return Cost(1000 * used / REQUESTS, REQUESTS / wall)


def fetch(connection: http.client.HTTPConnection, path: str, times: int) -> None:
    for _ in range(times):
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answers {response.status}")


def cpu_seconds(port: int) -> float:
    """Of the server's processes, which all hold the listening socket, and of nothing else."""
    total = 0.0
    for child in psutil.Process().children(recursive=True):
        if f"127.0.0.1:{port}" in " ".join(child.cmdline()):
            times = child.cpu_times()
            total += times.user + times.system
    return total
