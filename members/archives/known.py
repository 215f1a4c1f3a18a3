"""What each thing that an archive names is here."""

from collections import defaultdict
from typing import Any

from django.db import connection
from django.db.models import Model

from .keys import LOOKUPS, base_of, find, label_of


class Known:
    def __init__(self, references: list[dict[str, Any]]) -> None:
        self.here: dict[tuple[str, Any], Any] = {}
        self.references = {(said["model"], said["pk"]): said for said in references}
        self.missing: dict[tuple[str, Any], set[str]] = defaultdict(set)
        self.place = ""  # what is being loaded, for whoever reads the notes
        self.more_notes: list[str] = []

    def learn(self, model: type[Model], key: Any, here: Any) -> None:
        self.here[label_of(model), key] = here

    def own(self, model: type[Model], key: Any) -> Any:
        """The key of a row that comes with the archive, set aside before there is the row, as
        drafts name it, too."""
        wanted = label_of(model), key
        if wanted not in self.here:
            self.here[wanted] = next_key(base_of(model))
        return self.here[wanted]

    def other(self, model: type[Model], key: Any) -> Any:
        wanted = label_of(model), key
        if wanted not in self.here:
            said = self.references.get(wanted)
            self.here[wanted] = find(wanted[0], said["key"]) if said else None
        if self.here[wanted] is None and wanted in self.references:
            self.missing[wanted].add(self.place)
        return self.here[wanted]

    def said_of(self, model: type[Model], key: Any) -> dict[str, Any]:
        said = self.references.get((label_of(model), key))
        return dict(said["key"]) if said else {}

    def notes(self) -> list[str]:
        """What was named and is not on this site, each with the places that named it."""
        found = list(self.more_notes)
        for wanted, places in self.missing.items():
            kind = LOOKUPS[wanted[0]][0]._meta.verbose_name
            named = self.references[wanted]["name"] or self.references[wanted]["key"]
            found.append(f"{kind} “{named}” is not here. Named by: {', '.join(sorted(places))}")
        return found


def next_key(model: type[Model]) -> int:
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, %s))", [f'"{table}"', column])
        return int(cursor.fetchone()[0])
