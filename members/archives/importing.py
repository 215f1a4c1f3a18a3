"""Loads a member from a file: all of it or, when something is in the way, nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Locale, Page

from alliance.base.models import BasePage

from ..collections import ensure_collection, ensure_private_collection
from ..models import MemberIndexPage, Organisation, ProgrammeIndexPage
from ..services import ensure_groups
from ..workflows import ensure_workflow
from .files import Files
from .known import Known
from .organisations import load_organisation, refuse_a_member_there_is
from .package import ArchiveError, Reader
from .pages import Pages
from .surroundings import load_archive, load_redirects, load_restrictions, load_site

Progress = Callable[[int], Any]
IMPORT = "alliance.import"


def import_member(path: Path, begin: Progress, step: Progress) -> tuple[Organisation, list[str]]:
    """The member, and notes on what could not be matched. `begin` is told the number of steps.

    Raises ArchiveError.
    """
    with Reader(path) as reader:
        load = Import(reader)
        load.check()
        begin(reader.manifest["pages"] + reader.manifest["files"])
        files = Files(reader, load.known, step)
        try:
            with transaction.atomic():
                organisation = load.run(files, step)
        except BaseException:
            files.remove()
            raise
    return organisation, load.known.notes()


class Import:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.said: dict[str, Any] = reader.json("organisation.json")
        self.pages: list[dict[str, Any]] = reader.json("pages.json")
        self.known = Known(reader.json("references.json"))
        self.directories: dict[int, BasePage] = {}

    def check(self) -> None:
        """What can be told before anything is written. Raises ArchiveError."""
        for label in {page["model"] for page in self.pages}:
            try:
                apps.get_model(label)
            except LookupError as error:
                raise ArchiveError(f"This site has no pages of the type {label}.") from error
        refuse_a_member_there_is(self.said["data"]["slug"])
        for page in self.pages:
            if page["parent"] is None:
                self.find_directory(page["data"])
        keys = [page["data"]["translation_key"] for page in self.pages]
        if there := Page.objects.filter(translation_key__in=keys).first():
            raise ArchiveError(f"A page of this archive is here already: {there.url_path}")

    def find_directory(self, root: dict[str, Any]) -> None:
        """In which a section root of the archive will stand."""
        locale = self.known.other(Locale, root["locale"])
        is_programme = self.said["data"].get("is_programme", False)
        model: type[BasePage] = ProgrammeIndexPage if is_programme else MemberIndexPage
        directory = model.objects.filter(locale=locale, alias_of=None).first()
        if directory is None:
            code = self.known.said_of(Locale, root["locale"]).get("language_code")
            name = model._meta.verbose_name
            raise ArchiveError(f"This site has no {name} in the language “{code}”.")
        if directory.get_children().filter(slug=root["slug"]).exists():
            raise ArchiveError(f"There is a page here already: {directory.url_path}{root['slug']}/")
        self.directories[root["locale"]] = directory

    def run(self, files: Files, step: Progress) -> Organisation:
        data, read = self.said["data"], self.reader.json
        organisation = load_organisation(data, self.known)
        ensure_collection(organisation)
        ensure_private_collection(organisation, ensure_groups(organisation))
        files.load_collections(organisation, data, self.said["collections"])
        files.load()
        pages = Pages(self.known, self.directories)
        pages.load(organisation, self.pages, read("revisions.json"), step)
        load_restrictions(organisation, read("restrictions.json"), self.known)
        own = load_site(organisation, self.said.get("site"), self.known)
        load_redirects(read("redirects.json"), own, self.known)
        self.finish(organisation)
        return organisation

    def finish(self, organisation: Organisation) -> None:
        logo = self.said["data"]["logo"]
        if logo:
            model = Organisation._meta.get_field("logo").related_model
            organisation.logo_id = self.known.other(model, logo)
            organisation.save(update_fields=["logo"])
        if self.said["archive"]:
            load_archive(organisation, self.said["archive"], self.known)
        else:
            ensure_workflow(organisation)
        log(organisation, IMPORT)
