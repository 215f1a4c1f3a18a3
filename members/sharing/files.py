"""The adopter's own copies of pictures and documents, so that both members stay apart."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db.models import Model
from wagtail.models import Collection

from alliance.base.models import User

from ..collections import ensure_collection, ensure_shared_collection
from ..models import Organisation

NOT_COPIED = ("id", "file", "collection", "uploaded_by_user", "created_at")


def owner_of(collection: Any) -> Organisation | None:
    above = collection.get_ancestors(inclusive=True)
    return Organisation.objects.filter(collection__in=above).first()


class Files:
    """Gives for each file of the original's owner the one that the adopter has instead."""

    def __init__(
        self, giver: Organisation | None, taker: Organisation | None, user: User | None = None
    ) -> None:
        self.giver, self.taker, self.user = giver, taker, user
        self.left_out: set[str] = set()
        self.written: list[tuple[Any, str]] = []

    def own(self, model: type[Model], key: Any) -> Any:
        row: Any = model._default_manager.filter(pk=key).select_related("collection").first()
        if row is None:
            return None
        owner = owner_of(row.collection)
        if owner is None or owner == self.taker or owner.slug == settings.ALLIANCE_ORGANISATION:
            return key
        made = self.copy_of(row) if owner == self.giver and is_public(row) else None
        if made is None:
            self.left_out.add(row.title)
        return made.pk if made else None

    def copy_of(self, row: Any) -> Any:
        """One that is there already, before another is made."""
        digest = row.file_hash or row.get_file_hash()
        if not row.file.storage.exists(row.file.name):
            return None
        collection = self.collection()
        there = type(row)._default_manager.filter(file_hash=digest)
        below = collection.get_descendants(inclusive=True).filter(view_restrictions=None)
        found = there.filter(collection__in=below).order_by("pk").first()
        return found or (self.copy(row, collection) if self.user else None)

    def collection(self) -> Any:
        if self.taker:
            return ensure_collection(self.taker)
        return ensure_shared_collection() or Collection.get_first_root_node()

    def copy(self, row: Any, collection: Any) -> Any:
        """With title, credit and rights; not with the tags, which are its owner's own words."""
        fields = [field.name for field in row._meta.concrete_fields if field.name not in NOT_COPIED]
        made = type(row)(**{name: getattr(row, name) for name in fields})
        made.collection, made.uploaded_by_user = collection, self.user
        with row.file.open("rb") as file:
            made.file.save(Path(row.file.name).name, File(file), save=False)
        self.written.append((made.file.storage, made.file.name))
        made.save()
        return made

    def remove(self) -> None:
        """What a database does by itself, when adopting fails."""
        for storage, name in self.written:
            storage.delete(name)


def is_public(row: Any) -> bool:
    """A picture on a public page is; a document only where anyone may open it."""
    is_picture = hasattr(row, "get_rendition")
    return is_picture or not row.collection.get_view_restrictions()
