"""Writes all that is a member's into one file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db.models import Model, Q
from modelcluster.models import get_serializable_data_for_fields
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from alliance.base import tree as trees
from alliance.base.media_scope import media_models
from alliance.base.models import BasePage

from ..hostnames import site_of
from ..members_only import is_for_members
from ..models import MemberHomePage, Organisation
from ..offboarding import revisions_of, section_of
from .keys import describe, label_of, name_of
from .package import ArchiveError, Writer
from .rewriting import Rewriter

Progress = Callable[[int], Any]


def export_member(
    organisation: Organisation, path: Path, begin: Progress, step: Progress
) -> list[str]:
    """Says what could not be written. `begin` is told the number of steps. Raises ArchiveError."""
    if not MemberHomePage.objects.filter(organisation=organisation).exists():
        raise ArchiveError(f"{organisation} has no section.")
    with Writer(path) as writer:
        return Export(organisation, writer, step).write(begin)


def media_of(organisation: Organisation) -> Iterator[Model]:
    collections = collections_of(organisation)
    for model in media_models():
        yield from model._default_manager.filter(collection__in=collections).order_by("pk")


def collections_of(organisation: Organisation) -> Any:
    if organisation.collection is None:
        return Collection.objects.none()
    return organisation.collection.get_descendants(inclusive=True).order_by("path")


def redirects_of(organisation: Organisation) -> Any:
    """Those to its pages, those from addresses in its section, and those of its own host."""
    wanted = Q(redirect_page__in=section_of(organisation)) | Q(site=site_of(organisation) or -1)
    tree = trees.current()
    for root in section_of(organisation).type(MemberHomePage):
        if address := address_at_alliance(root, tree):
            inside = Q(old_path=address) | Q(old_path__startswith=f"{address}/")
            wanted |= inside & (Q(site=None) | Q(site=tree.sites.default))
    return Redirect.objects.filter(wanted)


def address_at_alliance(root: BasePage, tree: trees.Tree) -> str:
    """As a redirect begins there. On its own host a section begins where all addresses do."""
    default, code = tree.sites.default, tree.locales[root.locale_id].language_code
    above = tree.root_path(default, code) if default else None
    if above is None or not root.url_path.startswith(above):
        return ""
    return f"/{code}/{root.url_path.removeprefix(above)}".rstrip("/")


class Export:
    def __init__(self, organisation: Organisation, writer: Writer, step: Progress) -> None:
        self.organisation = organisation
        self.writer = writer
        self.step = step
        self.notes: list[str] = []
        self.inside: set[tuple[str, Any]] = set()
        self.named: set[tuple[str, Any]] = set()
        self.rewriter = Rewriter(lambda model, key: key, self.note_reference)

    def note_reference(self, model: type[Model], key: Any) -> Any:
        self.named.add((label_of(model), key))
        return key

    def write(self, begin: Progress) -> list[str]:
        pages = list(section_of(self.organisation).specific())
        files = list(media_of(self.organisation))
        begin(len(pages) + len(files))
        self.write_organisation()
        self.writer.add_json("media.json", list(self.media(files)))
        self.writer.add_json("pages.json", [self.page(page) for page in pages])
        self.writer.add_json("revisions.json", list(self.revisions()))
        self.writer.add_json("redirects.json", list(self.redirects()))
        self.writer.add_json("restrictions.json", self.restrictions())
        self.writer.add_json("references.json", self.references())
        self.writer.finish(slug=self.organisation.slug, pages=len(pages), files=len(files))
        return self.notes

    def write_organisation(self) -> None:
        organisation = self.organisation
        data = organisation.serializable_data()
        self.rewriter.row(Organisation, data)
        self.know(organisation, *organisation.texts.all(), *organisation.press_contacts.all())
        collections = list(collections_of(organisation))
        self.know(*collections)
        said = [
            {"pk": row.pk, "name": row.name, "parent": row.get_parent().pk} for row in collections
        ]
        archive = getattr(organisation, "archive", None)
        kept = get_serializable_data_for_fields(archive) if archive else None
        if kept:
            kept.pop("people")
        site = site_of(organisation)
        if site:
            self.know(site)
        own = {"pk": site.pk, "hostname": site.hostname} if site else None
        self.writer.add_json(
            "organisation.json",
            {"data": data, "collections": said, "archive": kept, "site": own},
        )

    def know(self, *rows: Model) -> None:
        self.inside |= {(label_of(type(row)), row.pk) for row in rows}

    def media(self, files: Iterable[Any]) -> Iterator[dict[str, Any]]:
        for row in files:
            self.step(1)
            name = f"files/{row._meta.model_name}/{row.pk}/{Path(row.file.name).name}"
            if not row.file.storage.exists(row.file.name):
                self.notes.append(f"The file of “{row.title}” is missing; it is left out.")
                continue
            with row.file.open("rb") as file:
                self.writer.add(name, file.chunks())
            self.know(row)
            data = get_serializable_data_for_fields(row)
            data.pop("uploaded_by_user", None)
            tags = sorted(row.tags.names())
            yield {"model": label_of(type(row)), "data": data, "tags": tags, "entry": name}

    def page(self, page: BasePage) -> dict[str, Any]:
        self.step(1)
        data = page.serializable_data()
        self.rewriter.row(type(page), data)
        self.know(page)
        is_root = isinstance(page, MemberHomePage)
        parent = page.get_parent()
        return {
            "model": page._meta.label_lower,
            "parent": None if is_root else parent.pk,
            "data": data,
        }

    def revisions(self) -> Iterator[dict[str, Any]]:
        for revision in revisions_of(self.organisation).order_by("pk"):
            self.know(revision)
            page = revision.content_object
            self.rewriter.row(type(page), revision.content)
            said = get_serializable_data_for_fields(revision)
            kept = ("pk", "object_id", "created_at", "object_str", "approved_go_live_at")
            yield {**{name: said[name] for name in kept}, "content": revision.content}

    def redirects(self) -> Iterator[dict[str, Any]]:
        for redirect in redirects_of(self.organisation).order_by("pk"):
            data = get_serializable_data_for_fields(redirect)
            self.rewriter.row(Redirect, data)
            yield data

    def restrictions(self) -> dict[str, list[dict[str, Any]]]:
        pages = PageViewRestriction.objects.filter(page__in=section_of(self.organisation))
        collections = CollectionViewRestriction.objects.filter(
            collection__in=collections_of(self.organisation)
        )
        roles = {link.group_id: link.role for link in self.organisation.groups.all()}
        return {
            "pages": [self.restriction(row, row.page_id, roles) for row in pages],
            "collections": [self.restriction(row, row.collection_id, roles) for row in collections],
        }

    def restriction(self, row: Any, place: int, roles: dict[int, str]) -> dict[str, Any]:
        named = [roles[group.pk] for group in row.groups.all() if group.pk in roles]
        said = {"type": row.restriction_type, "password": row.password, "roles": named}
        said["for_members"] = is_for_members(row)
        return {"of": place, **said}

    def references(self) -> list[dict[str, Any]]:
        """What is named in the archive and not in it."""
        found = []
        for label, key in sorted(self.named - self.inside, key=str):
            if said := describe(label, key):
                name = name_of(label, key)
                found.append({"model": label, "pk": key, "key": said, "name": name})
        return found
