"""The file itself: a ZIP of JSON and files, with a list of what must be in it."""

import json
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

FORMAT = "libraries-alliance-member"
VERSION = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20


class ArchiveError(Exception):
    """Why a file cannot be written or loaded, in one line."""


class ExactEncoder(DjangoJSONEncoder):
    """Django's own cuts off what is less than a thousandth of a second."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


class Writer:
    """Puts the file in its place only when it is complete."""

    def __init__(self, path: Path) -> None:
        if path.exists():
            raise ArchiveError(f"{path} is there already.")
        self.path = path
        self.draft = path.with_name(path.name + ".part")
        self.sums: dict[str, str] = {}

    def __enter__(self) -> "Writer":
        self.zip = zipfile.ZipFile(self.draft, "w", zipfile.ZIP_DEFLATED)
        return self

    def add_json(self, name: str, content: Any) -> None:
        text = json.dumps(content, cls=ExactEncoder, ensure_ascii=False, indent=1)
        self.add(name, [text.encode()])

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        total = sha256()
        with self.zip.open(name, "w", force_zip64=True) as entry:
            for chunk in chunks:
                total.update(chunk)
                entry.write(chunk)
        self.sums[name] = total.hexdigest()

    def finish(self, **facts: Any) -> None:
        made = {"format": FORMAT, "version": VERSION, "made_at": timezone.now(), **facts}
        self.add_json(MANIFEST, {**made, "entries": dict(self.sums)})

    def __exit__(self, kind: Any, *rest: Any) -> None:
        self.zip.close()
        if kind is None:
            self.draft.replace(self.path)
        else:
            with suppress(FileNotFoundError):
                self.draft.unlink()


class Reader:
    """An archive of this version of which nothing is missing or changed.

    Raises ArchiveError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, EOFError) as error:
            raise ArchiveError(f"{path} is no archive, or is cut short.") from error
        try:
            self.manifest: dict[str, Any] = self.read_manifest()
            self.check_entries()
        except ArchiveError:
            self.zip.close()
            raise

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *rest: Any) -> None:
        self.zip.close()

    def read_manifest(self) -> dict[str, Any]:
        try:
            said = json.loads(self.zip.read(MANIFEST))
            form, version = said["format"], said["version"]
        except (KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
            raise ArchiveError(f"{self.path} is no archive of a member.") from error
        if form != FORMAT:
            raise ArchiveError(f"{self.path} is no archive of a member.")
        if version != VERSION:
            needed = f"this site loads version {VERSION}"
            raise ArchiveError(f"{self.path} is of version {version}; {needed}.")
        return dict(said)

    def check_entries(self) -> None:
        listed = self.manifest.get("entries") or {}
        for name in listed:
            if self.sum_of(name) != listed[name]:
                raise ArchiveError(f"{self.path} is damaged: {name} is missing or changed.")

    def sum_of(self, name: str) -> str | None:
        total = sha256()
        try:
            with self.open(name) as entry:
                while chunk := entry.read(CHUNK):
                    total.update(chunk)
        except (KeyError, EOFError, zipfile.BadZipFile, zlib.error):
            return None
        return total.hexdigest()

    def open(self, name: str) -> IO[bytes]:
        return self.zip.open(name)

    def json(self, name: str) -> Any:
        if name not in self.manifest["entries"]:
            raise ArchiveError(f"{self.path} is damaged: {name} is missing or changed.")
        return json.loads(self.zip.read(name))
