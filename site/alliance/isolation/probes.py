"""One request, and what came of it."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.core import mail
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from alliance.base import tree

from .files import Files
from .forms import Data, Form
from .marks import marks_in
from .planted_files import png
from .rows import Rows, written


@dataclass(frozen=True)
class Probe:
    method: str
    address: str
    data: Data = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @classmethod
    def of_form(cls, form: Form, at: str) -> "Probe":
        return cls("POST", urljoin(at, form.action), form.data, tuple(form.files))

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    @property
    def body(self) -> dict[str, Any]:
        sent: dict[str, Any] = dict(self.data)
        return sent | {name: SimpleUploadedFile("new.png", png()) for name in self.files}


@dataclass
class Answer:
    status: int
    marks: set[str]
    changed: set[str]
    html: str = ""

    @property
    def proof(self) -> bool:
        """That the request reaches something of B's."""
        return bool(self.marks or self.changed)


def ask(client: Client, probe: Probe, rows: Rows, files: Files) -> Answer:
    """Sends a request and takes back whatever it did."""
    mail.outbox = []
    with transaction.atomic():
        with written() as tables:
            response = send(client, probe)
            text = text_of(response)
        failed = response.status_code >= 500
        changed = rows.changed(tables) if tables and not failed else set()
        transaction.set_rollback(True)
    changed |= files.changed()
    if tables:
        forget_what_is_held()
    return Answer(response.status_code, marks_in(text), changed, html_of(text))


def send(client: Client, probe: Probe) -> Any:
    if probe.method == "GET":
        return client.get(probe.address)
    from_a_page = any(name == "csrfmiddlewaretoken" for name in probe.data)
    as_script = {} if from_a_page else {"X-Requested-With": "XMLHttpRequest"}
    return client.post(probe.address, probe.body, headers=as_script)


def text_of(response: Any) -> str:
    """All that reaches the one who asks: headers, body, and mail."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
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
