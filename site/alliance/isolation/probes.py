"""One request, and what came of it."""

import json
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core import mail
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client

from alliance.base import tree

from .files import Files
from .forms import Data
from .marks import marks_in, shows_picture
from .planted_files import png
from .rows import Rows, written

METHOD_NOT_ALLOWED = 405
OTHER_COLOUR = "#f4a261"


@dataclass(frozen=True)
class Probe:
    method: str
    address: str
    data: Data = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    @property
    def body(self) -> dict[str, Any]:
        sent: dict[str, Any] = dict(self.data)
        return sent | {name: upload(name) for name in self.files}

    @property
    def is_from_a_page(self) -> bool:
        return "csrfmiddlewaretoken" in self.data

    @property
    def same(self) -> Any:
        """Equal where two requests say the same, but for the token of the page."""
        said = {name: values for name, values in self.data.items() if "csrf" not in name}
        return self.method, self.address, str(sorted(said.items())), self.files


def upload(name: str) -> SimpleUploadedFile:
    """A picture, or a list where a list is asked for."""
    if name == "import_file":
        return SimpleUploadedFile("new.csv", b"from,to\n/old-address,https://example.org/")
    return SimpleUploadedFile("new.png", png(OTHER_COLOUR))


@dataclass
class Answer:
    status: int
    marks: set[str]
    changed: set[str]
    html: str = ""
    allowed: tuple[str, ...] = ()  # the methods, where this one was not

    @property
    def proof(self) -> bool:
        """That the request reaches something of B's."""
        return bool(self.marks or self.changed)


def ask(client: Client, probe: Probe, rows: Rows, files: Files) -> Answer:
    """Sends a request and takes back whatever it did."""
    mail.outbox = []
    client.cookies.pop("messages", None)  # what was said to the last request, whoever reads it
    with transaction.atomic():
        with written() as tables:
            waiting = len(connection.run_on_commit)
            response = send(client, probe)
            run_what_waits(waiting)
            text = text_of(response)
        failed = response.status_code >= 500
        changed = rows.changed(tables) if tables and not failed else set()
        transaction.set_rollback(True)
    changed |= files.changed()
    if tables:
        forget_what_is_held()
    said = response.headers.get("Allow", "") if response.status_code == METHOD_NOT_ALLOWED else ""
    allowed = tuple(said.replace(" ", "").split(",")) if said else ()
    return Answer(response.status_code, marks_in(text), changed, html_of(text), allowed)


def run_what_waits(from_place: int) -> None:
    """Mails and tasks that are sent once the data is kept, which here it never is."""
    while len(connection.run_on_commit) > from_place:
        waiting: Any = connection.run_on_commit.pop(from_place)
        _, function, may_fail = waiting
        with suppress(Exception) if may_fail else nullcontext():
            function()


def send(client: Client, probe: Probe) -> Any:
    if probe.method == "GET":
        return client.get(probe.address)
    as_script = {} if probe.is_from_a_page else {"X-Requested-With": "XMLHttpRequest"}
    if probe.method != "POST":
        form = urlencode(probe.data, doseq=True)
        kind = "application/x-www-form-urlencoded"
        return client.generic(probe.method, probe.address, form, kind, headers=as_script)
    return client.post(probe.address, probe.body, headers=as_script)


def text_of(response: Any) -> str:
    """All that reaches the one who asks: headers, body, and mail."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response.headers.get("Content-Type", "").startswith("image/"):
        return shows_picture(body)
    letters = [f"{letter.to} {letter.subject} {letter.body}" for letter in mail.outbox]
    return "\n".join([body.decode(errors="replace"), str(response.headers), *letters])


def html_of(text: str) -> str:
    """Windows of the admin come as a page inside JSON."""
    if text.startswith("{"):
        try:
            said, _ = json.JSONDecoder().raw_decode(text)
        except ValueError:
            return text
        return str(said.get("html", ""))
    return text


def forget_what_is_held() -> None:
    tree._held = None
    for cache in caches.all(initialized_only=True):
        cache.clear()
