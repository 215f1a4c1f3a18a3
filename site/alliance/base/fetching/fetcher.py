import socket
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from .deadlines import Deadline, HurriedSocket
from .errors import FetchError, Trouble
from .places import PORTS, Place

REDIRECTS = 3
CHUNK = 64 * 1024
LEADS_ON = (301, 302, 303, 307, 308)
GONE = (404, 410)


@dataclass(frozen=True)
class Fetched:
    url: str  # where it was found at last
    is_new: bool  # else it is what it was when `etag` or `last_modified` was true
    content: bytes = b""
    content_type: str = ""
    language: str = ""
    etag: str = ""
    last_modified: str = ""


class CheckedConnection(HTTPConnection):
    """Goes to an address that was looked up and checked before, whatever the name says now."""

    def __init__(self, place: Place, deadline: Deadline) -> None:
        super().__init__(place.host, place.port)
        self.place = place
        self.deadline = deadline
        self.default_port = PORTS[place.scheme]
        self.opened: socket.socket | None = None

    def connect(self) -> None:
        addresses = self.place.addresses(self.deadline)
        for number, address in enumerate(addresses, 1):
            try:
                found = socket.create_connection((address, self.port), self.deadline.left())
                break
            except OSError:
                if number == len(addresses):
                    raise
        self.opened = found
        if self.place.scheme == "https":
            found.settimeout(self.deadline.left())
            context = ssl.create_default_context()
            self.opened = found = context.wrap_socket(found, server_hostname=self.host)
        self.sock: Any = HurriedSocket(found, self.deadline)

    def hang_up(self) -> None:
        self.close()
        if self.opened:
            self.opened.close()


def fetch(
    url: str, *, max_bytes: int, seconds: float, headers: Mapping[str, str] | None = None
) -> Fetched:
    """Reads a public address. `headers` may ask for what is new. Raises FetchError."""
    deadline = Deadline(seconds)
    for _ in range(REDIRECTS + 1):
        connection = CheckedConnection(Place.named(url), deadline)
        try:
            response = answer_of(connection, headers or {})
            if response.status not in LEADS_ON:
                return read(response, url, max_bytes)
            url = urljoin(url, response.headers.get("Location", ""))
        except TimeoutError as error:
            raise FetchError(Trouble.TOO_SLOW, url) from error
        except ssl.SSLCertVerificationError as error:
            raise FetchError(Trouble.INSECURE, error) from error
        except (OSError, HTTPException, zlib.error, ValueError) as error:
            raise FetchError(Trouble.UNREACHABLE, error) from error
        finally:
            connection.hang_up()
    raise FetchError(Trouble.TOO_MANY_REDIRECTS, url)


def answer_of(connection: CheckedConnection, headers: Mapping[str, str]) -> HTTPResponse:
    sent = {
        "User-Agent": f"LibrariesAlliance (+{settings.WAGTAILADMIN_BASE_URL})",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **headers,
    }
    connection.request("GET", connection.place.path, headers=sent)
    return connection.getresponse()


def read(response: HTTPResponse, url: str, max_bytes: int) -> Fetched:
    said = response.headers
    facts: dict[str, Any] = {
        "etag": said.get("ETag", "")[:255],
        "last_modified": said.get("Last-Modified", "")[:255],
    }
    if response.status == HTTPStatus.NOT_MODIFIED:
        return Fetched(url, is_new=False, **facts)
    if response.status != HTTPStatus.OK:
        raise FetchError(trouble_of(response.status), response.status)
    content = body_of(response, max_bytes)
    language = said.get("Content-Language", "")
    return Fetched(
        url,
        is_new=True,
        content=content,
        content_type=said.get("Content-Type", ""),
        language=language,
        **facts,
    )


def trouble_of(status: int) -> Trouble:
    if status in GONE:
        return Trouble.MISSING
    return Trouble.BROKEN if status >= 500 or status < 400 else Trouble.REFUSED


def body_of(response: HTTPResponse, max_bytes: int) -> bytes:
    """Counts what is unpacked, since a small parcel can hold much."""
    encoding = response.headers.get("Content-Encoding", "identity").lower()
    if encoding not in ("identity", "gzip"):
        raise FetchError(Trouble.BROKEN, encoding)
    unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16) if encoding == "gzip" else None
    body = bytearray()
    while chunk := response.read1(CHUNK):
        body += unpacked.decompress(chunk, max_bytes + 1) if unpacked else chunk
        if len(body) > max_bytes:
            raise FetchError(Trouble.TOO_BIG)
    return bytes(body)
