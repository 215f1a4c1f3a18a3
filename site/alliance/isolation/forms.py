"""The forms that a page holds, as they were sent."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

SKIPPED = ("template", "script")
BUTTONS = ("button", "image", "reset")
Data = dict[str, list[str]]


@dataclass
class Option:
    value: str
    is_chosen: bool
    label: str = ""


@dataclass
class Field:
    name: str
    kind: str  # the type of an input, or its tag
    value: str = ""
    is_required: bool = False
    several: bool = False
    options: list[Option] = field(default_factory=list)  # of a select, and of boxes of one name
    chooser: str = ""  # where a window opens from which it is filled


@dataclass
class Form:
    action: str
    fields: list[Field] = field(default_factory=list)

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(found.name for found in self.fields if found.kind == "file")

    def named(self, name: str, kind: str) -> Field:
        """Boxes and knobs of one name are one field."""
        for found in self.fields:
            if found.name == name and found.kind == kind:
                return found
        self.fields.append(Field(name, kind))
        return self.fields[-1]


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.field: Field | None = None  # which the next words belong to
        self.chooser = ""
        self.ignored = 0

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in pairs}
        if tag in SKIPPED:
            self.ignored += 1
        if self.ignored:
            return
        if tag == "form":
            self.form = Form(given.get("action", ""))
            if given.get("method", "").lower() == "post":
                self.forms.append(self.form)
        elif self.form:
            self.chooser = given.get("data-chooser-url", self.chooser)
            self.read_field(self.form, tag, given)

    def read_field(self, form: Form, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if given.get("data-controller") == "w-block":
            form.fields.append(Field(f"{given.get('id')}-count", "hidden", "0"))
        elif tag == "option" and self.field:
            self.field.options.append(Option(given.get("value", ""), "selected" in given))
        elif not name or "__prefix__" in name:
            return
        elif tag in ("select", "textarea"):
            facts: Any = {"is_required": "required" in given, "several": "multiple" in given}
            self.field = Field(name, tag, **facts)
            form.fields.append(self.field)
        elif tag == "input":
            self.read_input(form, name, given)

    def read_input(self, form: Form, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text").lower()
        if kind in ("checkbox", "radio"):
            found = form.named(name, kind)
            found.several = kind == "checkbox"
            found.options.append(Option(given.get("value", "on"), "checked" in given))
        elif kind == "submit":
            found = form.named(name, kind)
            found.options.append(Option(given.get("value", ""), False))
        elif kind not in BUTTONS:
            made = Field(name, kind, given.get("value", ""), "required" in given)
            made.chooser, self.chooser = self.chooser, ""
            form.fields.append(made)

    def handle_data(self, data: str) -> None:
        if self.field and self.field.kind == "textarea":
            self.field.value += data
        elif self.field and self.field.options:
            self.field.options[-1].label += data

    def handle_endtag(self, tag: str) -> None:
        if tag in SKIPPED:
            self.ignored = max(0, self.ignored - 1)
        elif tag == "form":
            self.form = None
        elif tag in ("select", "textarea") and self.field:
            self.field.value = self.field.value.removeprefix("\n")
            self.field = None


def forms_in(html: str) -> list[Form]:
    reader = Reader()
    reader.feed(html)
    return reader.forms
