"""Every address under the admin that the resolver knows, whichever package it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.regex_helper import normalize

DONE_THERE = ("action", "action_name")


@dataclass
class Surface:
    template: str  # admin/pages/%(page_id)s/edit/
    arguments: tuple[str, ...]
    names: list[str] = field(default_factory=list)
    views: list[Any] = field(default_factory=list)

    def __str__(self) -> str:
        return self.label({})

    def label(self, values: dict[str, Any]) -> str:
        """The address with its arguments by name; what is done there is a place of its own."""
        words = {name: values[name] for name in DONE_THERE if name in values}
        if "action" in words:
            words |= {name: values[name] for name in ("app_label", "model_name")}
        return "/" + self.template % ({name: f"<{name}>" for name in self.arguments} | words)

    def address(self, values: dict[str, Any]) -> str:
        return "/" + self.template % values

    @property
    def model(self) -> type[Model] | None:
        """What the view says that it shows."""
        for view in self.views:
            viewed = getattr(view, "view_class", None) or getattr(view, "cls", None)
            said = getattr(view, "view_initkwargs", {}).get("model")
            said = said or getattr(viewed, "model", None)
            if isinstance(said, type):
                return said
        return None


def admin_surfaces() -> list[Surface]:
    """One for each form of address: the first pattern that takes it hides the later ones."""
    prefix = reverse("wagtailadmin_home").lstrip("/")
    found: dict[str, Surface] = {}
    for template, arguments, name, view in walk(get_resolver().url_patterns):
        if template.startswith(prefix):
            surface = found.setdefault(template, Surface(template, arguments))
            surface.names.append(name)
            surface.views.append(view)
    return list(found.values())


def walk(
    patterns: list[Any], before: str = "", spaces: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...], str, Any]]:
    for pattern in patterns:
        for template, _ in normalize(pattern.pattern.regex.pattern):
            whole = before + template
            if isinstance(pattern, URLResolver):
                space = (*spaces, pattern.namespace) if pattern.namespace else spaces
                yield from walk(pattern.url_patterns, whole, space)
            elif isinstance(pattern, URLPattern):
                name = ":".join([*spaces, pattern.name or ""])
                yield whole, arguments_of(whole), name, pattern.callback


def arguments_of(template: str) -> tuple[str, ...]:
    return tuple(part.split(")s")[0] for part in template.split("%(")[1:])
