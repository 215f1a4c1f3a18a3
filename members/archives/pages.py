"""The pages of an archive, with their history.

They name one another. So each is first made as a draft that names nothing; once all have their
keys, they are filled.
"""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from modelcluster.models import model_from_serializable_data
from wagtail.models import Locale, Page, Revision

from alliance.base.models import BasePage

from ..models import Organisation
from .known import Known
from .organisations import plain
from .package import ArchiveError
from .rewriting import Rewriter

Rows = list[dict[str, Any]]
TREE = ("path", "depth", "numchild", "url_path", "content_type_id", "organisation_id")


class Pages:
    def __init__(self, known: Known, directories: dict[int, BasePage]) -> None:
        self.known = known
        self.directories = directories  # by the locale that the archive names
        self.rewriter = Rewriter(known.own, known.other)
        self.models: dict[int, type[BasePage]] = {}

    def load(
        self,
        organisation: Organisation,
        pages: Rows,
        revisions: Rows,
        step: Callable[[int], Any],
    ) -> None:
        for said in pages:
            self.make(organisation, said)
        for row in revisions:
            self.known.own(Revision, row["pk"])
        Revision.objects.bulk_create([self.revision(row) for row in revisions])
        for said in pages:
            self.fill(said["data"])
            step(1)

    def make(self, organisation: Organisation, said: dict[str, Any]) -> None:
        data = said["data"]
        model: Any = apps.get_model(said["model"])
        page = model_from_serializable_data(model, {**plain(model, data), "pk": None})
        page.live, page.numchild, page.organisation = False, 0, organisation
        page.locale = Locale.objects.get(pk=self.known.other(Locale, data["locale"]))
        self.parent(said).add_child(instance=page)
        self.known.learn(Page, data["pk"], page.pk)
        self.models[data["pk"]] = model

    def parent(self, said: dict[str, Any]) -> Page:
        """Read each time, since a child more changes it."""
        if said["parent"] is None:
            return Page.objects.get(pk=self.directories[said["data"]["locale"]].pk)
        return Page.objects.get(pk=self.known.other(Page, said["parent"]))

    def revision(self, row: dict[str, Any]) -> Revision:
        page = int(row["object_id"])
        model = self.models[page]
        content = self.rewritten(model, row["content"])
        here = str(self.known.other(Page, page))
        said = model_from_serializable_data(Revision, {**plain(Revision, row), "pk": None})
        said.pk, said.object_id, said.content = self.known.own(Revision, row["pk"]), here, content
        said.content_type = ContentType.objects.get_for_model(model)
        said.base_content_type = ContentType.objects.get_for_model(Page)
        return said

    def rewritten(self, model: type[BasePage], data: dict[str, Any]) -> dict[str, Any]:
        """The content of a page or of a draft of it, as it is to be kept here."""
        self.known.place = str(data.get("url_path") or data["slug"])
        row = self.rewriter.row(model, data)
        if row is None:
            raise ArchiveError(f"{self.known.place} needs what is not on this site.")
        return {**row, "pk": self.known.other(Page, data["pk"])}

    def fill(self, data: dict[str, Any]) -> None:
        model = self.models[data["pk"]]
        row = self.rewritten(model, data)
        page = model.from_serializable_data(row, check_fks=False)
        made = BasePage.objects.get(pk=page.pk)
        for name in TREE:
            setattr(page, name, getattr(made, name))
        page.save(clean=False)
