"""The rows that belong to a page: sessions, partners, actions with their milestones."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from modelcluster.models import get_all_child_relations
from wagtail.models import Orderable, TranslatableMixin

from .errors import Mistake
from .streams import block_id
from .values import Writer


def write_fields(writer: Writer, instance: Model, data: dict[str, Any], place: str) -> None:
    """Fill an instance; a list under the name of a child relation becomes its rows."""
    relations = {relation.get_accessor_name(): relation for relation in child_relations(instance)}
    for name in data:
        if name in relations:
            write_rows(writer, instance, relations[name], data[name], f"{place}/{name}")
        else:
            writer.write(instance, name, data[name], place)


def child_relations(instance: Model) -> list[Any]:
    return list(get_all_child_relations(type(instance)))


def write_rows(
    writer: Writer, parent: Any, relation: Any, rows: list[dict[str, Any]], place: str
) -> None:
    """A translation comes with its original's rows: those are kept and only their texts change."""
    manager = getattr(parent, relation.get_accessor_name())
    present = list(manager.all())
    if present and len(present) != len(rows):
        raise Mistake(f"{place}: {len(present)} rows are needed, as in the source language")
    instances = present or [
        new_row(relation.related_model, parent, number, f"{place}/{number}")
        for number in range(len(rows))
    ]
    for number, (instance, row) in enumerate(zip(instances, rows, strict=True)):
        write_fields(writer, instance, row, f"{place}/{number}")
    manager.set(instances)


def new_row(model: type[Model], parent: Any, number: int, place: str) -> Model:
    """Its place is the same in every language, and so tells which rows translate each other."""
    row: Any = model()
    if issubclass(model, Orderable):
        row.sort_order = number
    if issubclass(model, TranslatableMixin):
        row.locale, row.translation_key = parent.locale, UUID(block_id(place))
    return row
