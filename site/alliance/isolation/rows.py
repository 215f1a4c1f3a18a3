"""Which rows of the database are B's, and what a request did to them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model
from psycopg.sql import SQL, Composable, Identifier

WRITE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
KEYS = SQL("SELECT {} FROM {}")
DIGESTS = SQL("SELECT {key}, md5(t::text) FROM {table} t WHERE {key} = ANY(%s)")
NEW = SQL("SELECT 1 FROM {table} WHERE NOT {key} = ANY(%s) AND ({where}) LIMIT 1")
Keys = dict[str, set[str]]


def tables() -> dict[str, type[Model]]:
    models = apps.get_models(include_auto_created=True)
    return {m._meta.db_table: m for m in models if m._meta.managed and not m._meta.proxy}


def select(query: Composable, *parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query.as_string(), parameters)
        return cursor.fetchall()


def key_of(model: type[Model]) -> Composable:
    columns = [Identifier(str(field.column)) for field in model._meta.pk_fields]
    return SQL("concat_ws('/', {})").format(SQL(", ").join(columns))


def all_keys() -> Keys:
    return {
        table: {key for (key,) in select(KEYS.format(key_of(model), Identifier(table)))}
        for table, model in tables().items()
    }


@contextmanager
def written() -> Iterator[set[str]]:
    """The tables that statements inside the block wrote to."""
    found: set[str] = set()

    def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if match := WRITE.match(sql):
            found.add(match[1])
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        yield found


class Rows:
    """What came into being between two moments: all that was planted for B."""

    def __init__(self, before: Keys, after: Keys) -> None:
        self.known = after
        self.theirs = {name: after[name] - before[name] for name in after}
        self.digests = self.read(after)

    def look_again(self) -> None:
        self.digests = self.read(self.known)

    def read(self, names: Iterable[str]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for name in names:
            if keys := self.theirs.get(name):
                query = DIGESTS.format(key=key_of(tables()[name]), table=Identifier(name))
                found[name] = dict(select(query, list(keys)))
        return found

    def of(self, model: type[Model]) -> list[str]:
        keys = self.theirs.get(model._meta.db_table, set())
        return sorted(keys, key=lambda key: (len(key), key))

    def changed(self, names: set[str]) -> set[str]:
        """The tables among these in which a row of B's is another than it was, or in which a
        new row points to one of B's."""
        now = self.read(names)
        found = {name for name in names & set(self.theirs) if now[name] != self.digests[name]}
        return found | {name for name in names & set(self.known) if self.pointed_at_from(name)}

    def pointed_at_from(self, name: str) -> bool:
        model = tables()[name]
        conditions: list[Composable] = []
        parameters = [list(self.known[name])]
        for field in model._meta.local_concrete_fields:
            other: Any = field.related_model
            if other and (keys := self.theirs.get(other._meta.concrete_model._meta.db_table)):
                conditions.append(SQL("{}::text = ANY(%s)").format(Identifier(str(field.column))))
                parameters.append(list(keys))
        if not conditions:
            return False
        where = SQL(" OR ").join(conditions)
        query = NEW.format(key=key_of(model), table=Identifier(name), where=where)
        return bool(select(query, *parameters))
