"""Which addresses may be read at all."""

import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from django.conf import settings

from .deadlines import Deadline
from .errors import FetchError, Trouble

PORTS = {"http": 80, "https": 443}
MAX_ADDRESS = 2000
# Public by its number, and yet it answers only to machines in Azure, about themselves.
NEVER = [ip_network("168.63.129.16/32")]
# An IPv4 address is inside these, and the network leads there.
NAT64 = ip_network("64:ff9b::/96")
RESOLVERS = ThreadPoolExecutor(4, "resolver")  # the system's own look-up cannot be told to hurry


@dataclass(frozen=True)
class Place:
    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def named(cls, url: str) -> "Place":
        """Raises FetchError for what is no web address, or carries a password."""
        try:
            parts = urlsplit(url)
            port = parts.port
            host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        except ValueError as error:  # UnicodeError is one
            raise FetchError(Trouble.BAD_ADDRESS, error) from error
        if parts.scheme not in PORTS or not host or "@" in parts.netloc or len(url) > MAX_ADDRESS:
            raise FetchError(Trouble.BAD_ADDRESS)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~?[]")
        target = f"{path}?{query}" if query else path
        return cls(parts.scheme, host, port or PORTS[parts.scheme], target)

    @property
    def is_excepted(self) -> bool:
        return f"{self.host}:{self.port}" in settings.FETCH_INTERNAL_ADDRESSES

    def addresses(self, deadline: Deadline) -> list[str]:
        """The very addresses to connect to, so that the name cannot mean another a moment later.

        Raises FetchError where one of them is not public.
        """
        if not self.is_excepted and self.port not in PORTS.values():
            raise FetchError(Trouble.FORBIDDEN, f"port {self.port}")
        found = look_up(self.host, self.port, deadline)
        if not self.is_excepted and not all(is_public(address) for address in found):
            raise FetchError(Trouble.FORBIDDEN, self.host)
        return found


def look_up(host: str, port: int, deadline: Deadline) -> list[str]:
    asked = RESOLVERS.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    try:
        answers = asked.result(deadline.left())
    except TimeoutError as error:
        asked.cancel()
        raise FetchError(Trouble.TOO_SLOW, host) from error
    except (OSError, UnicodeError) as error:
        raise FetchError(Trouble.UNREACHABLE, host) from error
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def is_public(text: str) -> bool:
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address) and (inner := inside(address)):
        return is_public(str(inner))
    if address.is_multicast or address.is_reserved or any(address in net for net in NEVER):
        return False
    return address.is_global


def inside(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo
