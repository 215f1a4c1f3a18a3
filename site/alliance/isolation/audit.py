"""Asks for everything of B's at every address, as B's superior and then as each of A's people."""

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client

from .arguments import argument_sets, data_for, key_in_window, queries
from .filling import as_it_is, changed
from .forms import forms_in
from .marks import OFFERED
from .probes import Answer, Probe, ask
from .surfaces import DONE_THERE, Surface, admin_surfaces
from .world import World

# Of other kinds of page only as many as it takes to find one that answers.
ALWAYS = ("draft", "public", "closed", "own")
REDIRECT = 302
# What stands on every page for the one who is signed in.
OWN_NAME = {"firstname", "lastname", "person", "avatar"}
# What every request of a person writes down: when the session was last used.
OWN_TRACES = {"usersessions_usersession"}
# The methods that pages do not use, but scripts do.
OF_SCRIPTS = ("PUT", "PATCH", "DELETE")
LEFT_OUT = ("logout", "login", "password_reset", "failwhale")


@dataclass(frozen=True)
class Leak:
    method: str
    surface: str
    role: str
    address: str
    what: str


@dataclass
class Findings:
    exercised: dict[str, int] = field(default_factory=dict)  # method and surface: requests
    unexercised: set[str] = field(default_factory=set)
    leaks: list[Leak] = field(default_factory=list)
    requests: int = 0


class Audit:
    def __init__(self, world: World, surfaces: list[Surface] | None = None) -> None:
        self.world = world
        self.known = admin_surfaces()
        self.surfaces = self.known if surfaces is None else surfaces
        self.findings = Findings()
        self.superuser = self.signed_in(world.superuser)
        self.owner = self.signed_in(world.planted.owner)
        self.people = {role: self.signed_in(user) for role, user in world.people.items()}
        world.rows.look_again()  # signing in leaves its traces
        self.asked: set[Any] = set()

    def signed_in(self, user: Any) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(user)
        session = client.session  # which says that the person has just proved who it is
        session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
        session.save()
        return client

    def run(self, progress: Callable[[Iterable[Surface]], Iterable[Surface]] = iter) -> Findings:
        for surface in progress(self.surfaces):
            if any(part in surface.template for part in LEFT_OUT):
                self.findings.unexercised.add(f"GET {surface}")
            else:
                self.explore(surface)
        self.findings.unexercised -= set(self.findings.exercised)
        return self.findings

    def explore(self, surface: Surface) -> None:
        labels = {str(surface)} if not set(DONE_THERE) & set(surface.arguments) else set()
        for kind, values in argument_sets(surface, self.world):
            label = surface.label(values)
            labels.add(label)
            for place, query in enumerate(queries(surface, self.world, values)):
                address = surface.address(values) + (f"?{query}" if query else "")
                if kind in ALWAYS or f"GET {label}" not in self.findings.exercised:
                    self.read(label, Probe("GET", address))
                if f"POST {label}" not in self.findings.exercised and (not place or values):
                    self.send(label, address, data_for(surface, values, self.world))
        done = self.findings.exercised
        methods = ("GET", "POST", *OF_SCRIPTS)
        silent = {
            name for name in labels if not any(f"{method} {name}" in done for method in methods)
        }
        self.findings.unexercised |= {f"GET {name}" for name in silent}

    def read(self, label: str, probe: Probe) -> None:
        answer = self.probe(label, probe)
        for form in forms_in(answer.html) if answer else []:
            address = urljoin(probe.address, form.action)
            target = self.label_at(urlsplit(address).path)
            if not target or any(part in target for part in LEFT_OUT):
                continue
            for fill in (as_it_is, changed):
                data = fill(form, lambda window: key_in_window(window, self.world))
                self.probe(target, Probe("POST", address, data, form.files), "<" in target)
                if f"POST {target}" in self.findings.exercised:
                    break

    def send(self, label: str, address: str, data: dict[str, list[str]]) -> None:
        """As scripts do, by whichever methods the address takes."""
        answer = self.probe(label, Probe("POST", address, data))
        for method in OF_SCRIPTS:
            if answer and method in answer.allowed:
                self.probe(label, Probe(method, address, data))

    def label_at(self, path: str) -> str:
        """Which address of those under the admin a form is sent to."""
        found = [(s, match) for s in self.known if (match := re.fullmatch(pattern_of(s), path))]
        if not found:
            return ""
        surface, match = min(found, key=lambda pair: len(pair[0].arguments))
        return surface.label(dict(zip(surface.arguments, match.groups(), strict=True)))

    def probe(self, label: str, probe: Probe, required: bool = False) -> Answer | None:
        """Replays what a superuser was shown, or could do, as each of A's people."""
        if probe.same in self.asked:
            return None
        self.asked.add(probe.same)
        answer = self.ask(self.superuser, probe)
        if not is_reached(probe, answer):
            answer = self.as_owner(probe, answer)
        key = f"{probe.method} {label}"
        if is_reached(probe, answer):
            self.findings.exercised[key] = self.findings.exercised.get(key, 0) + 1
        elif required:
            self.findings.unexercised.add(key)
        if not answer.proof and not was_accepted(probe, answer):
            return answer
        for role, client in self.people.items():
            self.compare(label, probe, role, self.ask(client, probe))
        return answer

    def as_owner(self, probe: Probe, before: Answer) -> Answer:
        """Some things belong to one person, whom a superuser cannot stand for."""
        answer = self.ask(self.owner, probe)
        answer.marks -= OWN_NAME
        answer.changed -= OWN_TRACES
        return answer if is_reached(probe, answer) else before

    def ask(self, client: Client, probe: Probe) -> Answer:
        self.findings.requests += 1
        return ask(client, probe, self.world.rows, self.world.files)

    def compare(self, label: str, probe: Probe, role: str, answer: Answer) -> None:
        found = [f"shows {mark}" for mark in sorted(answer.marks - {OFFERED})]
        found += [f"changes {table}" for table in sorted(answer.changed)]
        if found:
            what = ", ".join(found)
            leak = Leak(probe.method, label, role, probe.address, what)
            self.findings.leaks.append(leak)


def is_reached(probe: Probe, answer: Answer) -> bool:
    """A form that comes back with its mistakes shows marks, too, but was not accepted."""
    came_back = probe.method == "POST" and bool(forms_in(answer.html))
    return bool(answer.changed) if came_back else answer.proof


def was_accepted(probe: Probe, answer: Answer) -> bool:
    """What a superuser may choose in a form could be named to others as the form refuses it."""
    return probe.is_from_a_page and answer.status == REDIRECT


def pattern_of(surface: Surface) -> str:
    parts = re.split(r"%\(\w+\)s", surface.template)
    return "/" + "([^/]+)".join(re.escape(part) for part in parts)
