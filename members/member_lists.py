"""Members from a CSV file: every row is checked before the first one is written."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from .enums import Moderation
from .forms import NewMemberForm
from .new_members import NewMember, add_member

REQUIRED = ("name", "slug", "kinds")
COLUMNS = (*REQUIRED, "nations", "languages", "people", "moderation", "hostname")
SEVERAL = ("kinds", "nations", "languages")


@dataclass(frozen=True)
class Mistake:
    """Where it is, as a spreadsheet counts rows, and what is wrong."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.message}"


class ListError(Exception):
    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def read_list(path: Path) -> list[NewMember]:
    """Raises ListError with every mistake of the file."""
    mistakes: list[Mistake] = []
    members: list[NewMember] = []
    rows: dict[str, int] = {}
    names: dict[str, int] = {}
    for number, row in enumerate(read_rows(path), start=2):
        if None in row:
            mistakes.append(Mistake(number, "last", "there are more cells than columns"))
        form = NewMemberForm(form_data(row), repairs=True)
        if not form.is_valid():
            mistakes += [
                Mistake(number, column, str(message))
                for column, messages in form.errors.items()
                for message in messages
            ]
            continue
        new = form.new_member()
        if new.slug in rows:
            mistakes.append(Mistake(number, "slug", f"row {rows[new.slug]} has it already"))
        rows.setdefault(new.slug, number)
        if new.hostname and new.hostname in names:
            said = f"row {names[new.hostname]} has it already"
            mistakes.append(Mistake(number, "hostname", said))
        names.setdefault(new.hostname, number)
        members.append(new)
    if mistakes:
        raise ListError(mistakes)
    return members


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """A spreadsheet's own CSV, with the names of the columns in its first row."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        reader = csv.DictReader(StringIO(text, newline=""), strict=True)
        names = reader.fieldnames or []
        if "\x00" in text or not set(REQUIRED) <= set(names):
            raise csv.Error
        if strange := [name for name in names if name not in COLUMNS]:
            raise ListError(
                [Mistake(1, strange[0], f"is no column; there are {', '.join(COLUMNS)}")]
            )
        yield from reader
    except (csv.Error, UnicodeDecodeError) as error:
        needed = f"this is no CSV file in UTF-8 with the columns {', '.join(REQUIRED)}"
        raise ListError([Mistake(1, "file", needed)]) from error


def form_data(row: dict[str, str]) -> dict[str, Any]:
    """Several values stand in one cell, apart by spaces, commas or semicolons."""
    data: dict[str, Any] = {name: (row.get(name) or "").strip() for name in COLUMNS}
    for name in SEVERAL:
        data[name] = data[name].replace(",", " ").replace(";", " ").split()
    data["languages"] = data["languages"] or [settings.LANGUAGE_CODE]
    data["moderation"] = data["moderation"] or Moderation.NONE
    return data


@transaction.atomic
def add_members(members: list[NewMember], advance: Callable[[], Any]) -> None:
    """All of them, or none if one fails."""
    for new in members:
        add_member(new)
        advance()
