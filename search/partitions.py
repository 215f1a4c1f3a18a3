"""A locale's part of the index. A default part holds what has none yet, so no page is lost."""

from django.db import connection, transaction

TABLE = "search_indexedpage"
# Long texts are kept aside, so that counting and sorting read little.
STORAGE = "toast_tuple_target = 256"


def partition_name(locale_id: int) -> str:
    return f"{TABLE}_{int(locale_id)}"


@transaction.atomic
def ensure_partition(locale_id: int) -> None:
    """Make a locale's part, with what the default part holds of it."""
    name = partition_name(locale_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [name])
        if cursor.fetchone()[0]:
            return
        cursor.execute(f"CREATE TABLE {name} (LIKE {TABLE} INCLUDING ALL) WITH ({STORAGE})")
        cursor.execute(
            f"WITH moved AS (DELETE FROM {TABLE}_default WHERE locale_id = %s RETURNING *) "  # noqa: S608
            f"INSERT INTO {name} SELECT * FROM moved",
            [locale_id],
        )
        cursor.execute(f"ALTER TABLE {TABLE} ATTACH PARTITION {name} FOR VALUES IN ({locale_id})")


def drop_partition(locale_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {partition_name(locale_id)}")
