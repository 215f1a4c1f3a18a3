"""The forms that a page holds, filled in as they were sent: valid data for a POST."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from .marks import altered, marks_in

SKIPPED = ("template", "script")
Data = dict[str, list[str]]


@dataclass
class Form:
    action: str
    data: Data = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    def add(self, name: str, value: str) -> None:
        if name and "__prefix__" not in name:
            self.data.setdefault(name, []).append(altered(value))


@dataclass
class Choice:
    name: str
    several: bool
    options: list[tuple[str, str, bool]] = field(default_factory=list)  # value, label, selected

    def chosen(self) -> list[str]:
        """What is B's, if that can be chosen, else what is chosen now."""
        theirs = [value for value, label, _ in self.options if value and marks_in(label)]
        selected = [value for value, _, is_selected in self.options if is_selected]
        if theirs and not self.several:
            return theirs[:1]
        return selected + theirs if self.several else selected or self.first()

    def first(self) -> list[str]:
        return [value for value, _, _ in self.options][:1]


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.choice: Choice | None = None
        self.text_of = ""
        self.text = ""
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
            self.read_field(tag, given)

    def read_field(self, tag: str, given: dict[str, str]) -> None:
        form = self.form or Form("")
        name = given.get("name", "")
        if given.get("data-controller") == "w-block":
            form.add(f"{given.get('id')}-count", "0")
        elif tag == "input":
            self.read_input(form, name, given)
        elif tag == "select":
            self.choice = Choice(name, "multiple" in given)
        elif tag == "option" and self.choice:
            self.choice.options.append((given.get("value", ""), "", "selected" in given))
            self.text = ""
        elif tag == "textarea":
            self.text_of, self.text = name, ""

    def read_input(self, form: Form, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text").lower()
        if kind == "file":
            form.files.append(name)
        elif kind in ("checkbox", "radio"):
            if "checked" in given:
                form.add(name, given.get("value", "on"))
        elif kind not in ("submit", "button", "image", "reset"):
            form.add(name, given.get("value", ""))

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.choice and self.choice.options:
            value, label, selected = self.choice.options[-1]
            self.choice.options[-1] = (value, label + data, selected)

    def handle_endtag(self, tag: str) -> None:
        if tag in SKIPPED:
            self.ignored = max(0, self.ignored - 1)
        elif tag == "form":
            self.form = None
        elif tag == "select" and self.choice and self.form:
            for value in self.choice.chosen():
                self.form.add(self.choice.name, value)
            self.choice = None
        elif tag == "textarea" and self.text_of and self.form:
            self.form.add(self.text_of, self.text.removeprefix("\n"))
            self.text_of = ""


def forms_in(html: str) -> list[Form]:
    reader = Reader()
    reader.feed(html)
    return reader.forms
