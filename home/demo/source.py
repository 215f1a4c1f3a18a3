"""Reads the files of the demonstration and finds their mistakes before anything is loaded."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from .errors import Mistake

DEMO_DIR = Path(settings.SITE_DIR) / "demo"


@dataclass(frozen=True)
class Entry:
    """One thing in a file: a page, a picture, an organisation."""

    file: str
    key: str
    data: dict[str, Any]

    @property
    def place(self) -> str:
        return f"{self.file}, {self.key}"

    def __getitem__(self, name: str) -> Any:
        if name not in self.data:
            raise Mistake(f"{self.place}: “{name}” is missing")
        return self.data[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self.data.get(name, default)


@dataclass(frozen=True)
class Source:
    organisations: list[Entry]
    topics: list[Entry]
    pictures: list[Entry]
    documents: list[Entry]
    people: list[Entry]
    pages: dict[str, list[Entry]]
    """By language code; the source language first, parents before children."""

    def __len__(self) -> int:
        lists = (self.organisations, self.topics, self.pictures, self.documents, self.people)
        return sum(map(len, lists)) + 2 * sum(map(len, self.pages.values()))


def read_source(directory: Path = DEMO_DIR) -> Source:
    source = Source(
        organisations=read_entries(directory / "organisations.yaml", directory, "slug"),
        topics=read_entries(directory / "topics.yaml", directory),
        pictures=read_entries(directory / "pictures.yaml", directory),
        documents=read_entries(directory / "documents.yaml", directory),
        people=read_entries(directory / "people.yaml", directory),
        pages={code: read_pages(directory, code) for code in settings.SITE_LANGUAGES},
    )
    english = in_order(source.pages[settings.LANGUAGE_CODE])
    for code, entries in source.pages.items():
        source.pages[code] = in_order_of(english, entries)
    return source


def read_pages(directory: Path, code: str) -> list[Entry]:
    files = sorted((directory / "pages" / code).glob("*.yaml"))
    return unique([entry for file in files for entry in read_entries(file, directory)])


def read_entries(file: Path, directory: Path, key: str = "key") -> list[Entry]:
    name = str(file.relative_to(directory))
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    except (OSError, yaml.YAMLError) as error:
        raise Mistake(f"{name}: {error}") from error
    if not isinstance(rows, list):
        raise Mistake(f"{name}: a list is needed, with a dash before each entry")
    return unique(list(entries_of(rows, name, key)))


def entries_of(rows: list[Any], name: str, key: str) -> Iterator[Entry]:
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or not row.get(key):
            raise Mistake(f"{name}, entry {number}: “{key}” is missing")
        yield Entry(name, str(row[key]), row)


def unique(entries: list[Entry]) -> list[Entry]:
    seen: dict[str, Entry] = {}
    for entry in entries:
        if entry.key in seen:
            raise Mistake(f"{entry.place}: the key is used already in {seen[entry.key].file}")
        seen[entry.key] = entry
    return entries


def in_order(entries: list[Entry]) -> list[Entry]:
    """Parents before their children, else as the files have them."""
    by_key = {entry.key: entry for entry in entries}

    def depth(entry: Entry) -> int:
        trail, parent = {entry.key}, entry.get("parent")
        while parent:
            if parent not in by_key:
                raise Mistake(f"{entry.place}: there is no parent “{parent}”")
            if parent in trail:
                raise Mistake(f"{entry.place}: the page would be below itself")
            trail.add(parent)
            parent = by_key[parent].get("parent")
        return len(trail)

    return sorted(entries, key=depth)


def in_order_of(english: list[Entry], entries: list[Entry]) -> list[Entry]:
    """Translations in the order of their originals; each must have one."""
    places = {entry.key: number for number, entry in enumerate(english)}
    for entry in entries:
        if entry.key not in places:
            raise Mistake(f"{entry.place}: the page is not there in the source language")
    return sorted(entries, key=lambda entry: places[entry.key])
