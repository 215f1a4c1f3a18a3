"""Copies all rows of one member many times, inside the database: a thousand in a minute or so.

Keys move by a stride, paths get steps of their own, and words that name the member its number.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db import connection, models
from psycopg.sql import SQL, Composable, Identifier, Literal
from treebeard.mp_tree import MP_Node
from wagtail.models import Page

from .template import SLUG

STRIDE = 10_000
Marks = dict[str, int]
COPY = SQL("INSERT INTO {table} ({columns}) SELECT {values} FROM {table} t, "
           "generate_series(1, {copies}) k WHERE {chosen} ON CONFLICT DO NOTHING")  # fmt: skip
NUMBER_CHILDREN = SQL(
    "UPDATE {table} p SET numchild = (SELECT count(*) FROM {table} c"
    " WHERE c.depth = p.depth + 1 AND c.path LIKE p.path || '%%') WHERE p.path = ANY(%s)"
)
SEQUENCE = SQL(
    "SELECT setval(pg_get_serial_sequence({name}, {column}), (SELECT max({key}) FROM {table}))"
)
STEP = """
CREATE OR REPLACE FUNCTION pg_temp.step(number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT string_agg(
        substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', ((number / power) % 36)::int + 1, 1), ''
        ORDER BY power DESC)
    FROM unnest(ARRAY[1, 36, 1296, 46656]) power $$
"""


def run(query: str | Composable, *parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        text = query if isinstance(query, str) else query.as_string(cursor.connection)
        cursor.execute(text, parameters or None)
        return cursor.fetchall() if cursor.description else []


def copied_models() -> list[type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def first_key(model: type[models.Model]) -> models.Field[Any, Any]:
    return model._meta.pk_fields[0]


def numbered(model: type[models.Model]) -> type[models.Model] | None:
    """Whose numbers the rows of a model go by: a page type has those of its page."""
    field: Any = first_key(model)
    if field.remote_field:
        return numbered(field.related_model)
    return model if isinstance(field, models.AutoField | models.BigAutoField) else None


def marks() -> Marks:
    """The highest number that each table has given away."""
    found = {}
    for model in copied_models():
        if numbered(model) is model:
            key, table = Identifier(str(first_key(model).column)), Identifier(model._meta.db_table)
            ((number,),) = run(SQL("SELECT coalesce(max({}), 0) FROM {}").format(key, table))
            found[model._meta.db_table] = number
    return found


def copy_member(
    before: Marks, copies: int, progress: Callable[[Iterable[Any]], Iterable[Any]] = iter
) -> None:
    run(STEP)
    run("SET session_replication_role = replica")  # no order of tables satisfies every key
    parents = {model: roots_of(model, before) for model in copied_models() if is_tree(model)}
    for model in progress(copied_models()):
        if numbered(model) is not None:
            copy_rows(model, before, copies, parents.get(model, {}))
    for model, roots in parents.items():
        table = Identifier(model._meta.db_table)
        run(NUMBER_CHILDREN.format(table=table), [path[:-4] for path in roots])
    run("SET session_replication_role = origin")
    for model in copied_models():
        if numbered(model) is model:
            set_sequence(model)
    run("ANALYZE")


def is_tree(model: type[models.Model]) -> bool:
    return issubclass(model, MP_Node) and numbered(model) is model


def roots_of(model: Any, before: Marks) -> dict[str, int]:
    """The topmost rows of the member by path, each with how many of them share a parent."""
    table = model._meta.db_table
    rows = model._default_manager.filter(pk__gt=before[table]).order_by("path")
    paths = list(rows.values_list("path", flat=True))
    roots = [path for path in paths if not any(path[:-4].startswith(other) for other in paths)]
    return {path: sum(path[:-4] == other[:-4] for other in roots) for path in roots}


def copy_rows(model: type[models.Model], before: Marks, copies: int, roots: dict[str, int]) -> None:
    table: Any = Identifier(model._meta.db_table)
    fields = [f for f in model._meta.local_concrete_fields if not getattr(f, "generated", False)]
    whose: Any = numbered(model)
    chosen = SQL("t.{} > {}").format(
        Identifier(str(first_key(model).column)), Literal(before[whose._meta.db_table])
    )
    values = [value_of(field, before, roots) for field in fields]
    run(
        COPY.format(
            table=table, copies=Literal(copies), chosen=chosen, values=SQL(", ").join(values),
            columns=SQL(", ").join(Identifier(str(field.column)) for field in fields),
        )
    )  # fmt: skip


def value_of(field: Any, before: Marks, roots: dict[str, int]) -> Composable:
    column = SQL("t.{}").format(Identifier(field.column))
    kind = field.get_internal_type()
    of = field.related_model if field.remote_field else field.model if field.primary_key else None
    if of is not None and (whose := numbered(of)) is not None:
        return shifted(column, before[whose._meta.db_table])
    if field.name == "path" and roots:
        return moved(column, roots)
    if kind == "UUIDField":
        return SQL("md5({}::text || k)::uuid").format(column)
    if field.name in ("object_id", "to_object_id") and kind == "CharField":
        mark = before[Page._meta.db_table]
        number = SQL("(CASE WHEN {0} ~ '^[0-9]+$' THEN {0} ELSE '0' END)::int").format(column)
        return SQL("CASE WHEN {} > {} THEN {}::text ELSE {} END").format(
            number, Literal(mark), SQL("({} + k * {})").format(number, Literal(STRIDE)), column
        )
    if kind in ("CharField", "TextField", "SlugField", "EmailField", "JSONField", "URLField"):
        return renamed(column, "jsonb" if kind == "JSONField" else "")
    return column


def shifted(column: Composable, mark: int) -> Composable:
    return SQL("CASE WHEN {0} > {1} THEN {0} + k * {2} ELSE {0} END").format(
        column, Literal(mark), Literal(STRIDE)
    )


def renamed(column: Composable, kind: str) -> Composable:
    words = SQL("replace({}::text, {}, {} || '-' || k)").format(
        column, Literal(SLUG), Literal(SLUG)
    )
    return SQL("{}::{}").format(words, SQL(kind)) if kind else words


def moved(column: Composable, roots: dict[str, int]) -> Composable:
    """Each copy stands after the last one, in steps of as many as the member has there."""
    cases = [
        SQL("WHEN {0} LIKE {1} THEN {2} || pg_temp.step({3} + k * {4}) || substr({0}, {5})").format(
            column, Literal(path + "%"), Literal(path[:-4]), Literal(int(path[-4:], 36)),
            Literal(number), Literal(len(path) + 1),
        )
        for path, number in roots.items()
    ]  # fmt: skip
    return SQL("CASE {} ELSE {} END").format(SQL(" ").join(cases), column)


def set_sequence(model: type[models.Model]) -> None:
    table, column = model._meta.db_table, str(first_key(model).column)
    run(
        SEQUENCE.format(
            name=Literal(f'"{table}"'), column=Literal(column), key=Identifier(column),
            table=Identifier(table),
        )
    )  # fmt: skip
