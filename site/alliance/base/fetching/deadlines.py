"""One limit of time for all of a request, however slowly its bytes drip in."""

import io
import socket
import time
from typing import Any


class Deadline:
    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def left(self) -> float:
        """Raises TimeoutError once there is none."""
        if (seconds := self.end - time.monotonic()) <= 0:
            raise TimeoutError
        return seconds


class Bytes(io.RawIOBase):
    """What comes in; each wait is for no longer than there is time."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self.sock = sock
        self.deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.sock.settimeout(self.deadline.left())
        return self.sock.recv_into(buffer)


class HurriedSocket:
    """As much of a socket as `http.client` uses."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self.sock = sock
        self.deadline = deadline

    def sendall(self, data: Any) -> None:
        self.sock.settimeout(self.deadline.left())
        self.sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(Bytes(self.sock, self.deadline))

    def close(self) -> None:
        """`http.client` closes once it has the head of the answer, and the rest is still to come:
        whoever opened the socket closes it."""
