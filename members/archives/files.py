"""The collections, pictures and documents of an archive."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files import File
from django.db.models import Model
from modelcluster.models import model_from_serializable_data
from wagtail.models import Collection

from ..models import Organisation
from .known import Known
from .organisations import plain
from .package import Reader


class Files:
    def __init__(self, reader: Reader, known: Known, step: Callable[[int], Any]) -> None:
        self.reader = reader
        self.known = known
        self.step = step
        self.written: list[tuple[Any, str]] = []

    def load_collections(
        self, organisation: Organisation, data: dict[str, Any], rows: list[dict[str, Any]]
    ) -> None:
        """The two that every member has are there; below them it may have made others."""
        self.known.learn(Collection, data["collection"], organisation.collection_id)
        self.known.learn(Collection, data["private_collection"], organisation.private_collection_id)
        for row in rows:
            if self.known.other(Collection, row["pk"]) is None:
                parent = Collection.objects.get(pk=self.known.other(Collection, row["parent"]))
                made = parent.add_child(instance=Collection(name=row["name"]))
                self.known.learn(Collection, row["pk"], made.pk)

    def load(self) -> None:
        for said in self.reader.json("media.json"):
            model = apps.get_model(said["model"])
            made = self.load_file(model, said)
            self.known.learn(model, said["data"]["pk"], made.pk)
            self.step(1)

    def load_file(self, model: type[Model], said: dict[str, Any]) -> Any:
        data = plain(model, said["data"])
        data.pop("file")
        made: Any = model_from_serializable_data(model, {**data, "pk": None})
        collection = self.known.other(Collection, said["data"]["collection"])
        made.collection = Collection.objects.get(pk=collection)
        with self.reader.open(said["entry"]) as entry:
            made.file.save(Path(said["entry"]).name, File(entry), save=False)
        self.written.append((made.file.storage, made.file.name))
        made.save()
        made.tags.add(*said["tags"])
        model._default_manager.filter(pk=made.pk).update(created_at=data["created_at"])
        return made

    def remove(self) -> None:
        """What a database does by itself, when loading fails."""
        for storage, name in self.written:
            storage.delete(name)
