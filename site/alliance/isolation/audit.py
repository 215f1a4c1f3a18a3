"""Asks for everything of B's at every address, as B's superior and then as each of A's people."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from .arguments import argument_sets, data_for, queries
from .forms import forms_in
from .marks import OFFERED
from .probes import Answer, Probe, ask
from .surfaces import DONE_THERE, Surface, admin_surfaces
from .world import World

# Of other kinds of page only as many as it takes to find one that answers.
ALWAYS = ("draft", "public", "closed")
# What belongs to one person, whom a superuser cannot stand for.
FOR_OWNERS = ("uploaded_file_id", "session_id")
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
        self.asked: set[Any] = set()

    def signed_in(self, user: Any) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(user)
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
            for query in queries(surface, self.world, values):
                address = surface.address(values) + (f"?{query}" if query else "")
                if kind in ALWAYS or f"GET {label}" not in self.findings.exercised:
                    self.read(label, Probe("GET", address))
                if f"POST {label}" not in self.findings.exercised:
                    self.probe(label, Probe("POST", address, data_for(surface, values)))
        done = self.findings.exercised
        silent = {
            name for name in labels if f"GET {name}" not in done and f"POST {name}" not in done
        }
        self.findings.unexercised |= {f"GET {name}" for name in silent}

    def read(self, label: str, probe: Probe) -> None:
        answer = self.probe(label, probe)
        for form in forms_in(answer.html) if answer else []:
            filled = Probe.of_form(form, probe.address)
            target = self.label_at(filled.path)
            if target and not any(part in target for part in LEFT_OUT):
                self.probe(target, filled, required="<" in target)

    def label_at(self, path: str) -> str:
        """Which address of those under the admin a form is sent to."""
        found = [(s, match) for s in self.known if (match := re.fullmatch(pattern_of(s), path))]
        if not found:
            return ""
        surface, match = min(found, key=lambda pair: len(pair[0].arguments))
        return surface.label(dict(zip(surface.arguments, match.groups(), strict=True)))

    def probe(self, label: str, probe: Probe, required: bool = False) -> Answer | None:
        """Replays what a superuser was shown, or could do, as each of A's people."""
        same = (probe.method, probe.address, tuple(sorted(probe.data)))
        if same in self.asked:
            return None
        self.asked.add(same)
        answer = self.ask(self.superuser, probe)
        if not answer.proof and any(f"<{name}>" in label for name in FOR_OWNERS):
            answer = self.ask(self.owner, probe)
        key = f"{probe.method} {label}"
        if is_reached(probe, answer):
            self.findings.exercised[key] = self.findings.exercised.get(key, 0) + 1
        elif required:
            self.findings.unexercised.add(key)
        if not answer.proof:
            return answer
        for role, client in self.people.items():
            self.compare(label, probe, role, self.ask(client, probe))
        return answer

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


def pattern_of(surface: Surface) -> str:
    parts = re.split(r"%\(\w+\)s", surface.template)
    return "/" + "([^/]+)".join(re.escape(part) for part in parts)
