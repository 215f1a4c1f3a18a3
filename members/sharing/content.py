"""What of a page is shared, and how it becomes the adopter's own."""

from typing import Any
from uuid import UUID, uuid5

from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import Locale, Page

from alliance.base.media_scope import media_models
from alliance.base.models import BasePage, Topic

from ..archives.rewriting import Rewriter, name_in_data
from ..models import Organisation
from .files import Files

OF_EVERY_PAGE = ("title", "seo_title", "search_description")
SHARED = (Locale, Topic, Organisation)
Content = dict[str, Any]


def shared_names(model: type[BasePage]) -> list[str]:
    """All that an editor writes on a page of this type, but what stays each member's own."""
    own = [
        name_in_data(field)
        for field in model._meta.get_fields()
        if issubclass(field.model, BasePage)
        and not getattr(field.remote_field, "parent_link", False)
    ]
    return [*OF_EVERY_PAGE, *(name for name in own if name and name not in model.not_shared)]


def content_of(page: BasePage) -> Content:
    """As readers see it: a page's own row is what was published last."""
    data = type(page).objects.get(pk=page.pk).serializable_data()
    return {name: data[name] for name in shared_names(type(page)) if name in data}


def as_page(model: type[BasePage], content: Content, like: BasePage) -> BasePage:
    """The page that this content makes, for comparing."""
    data = {**content, "pk": like.pk, "locale": like.locale_id}
    page: BasePage = model.from_serializable_data(data, check_fks=False)
    return page


class Rehousing:
    """Rewrites the content of one member's page for the section of another."""

    def __init__(self, files: Files, group: UUID, rows: dict[str, Any] | None = None) -> None:
        self.files = files
        self.group = group  # what joins the copies in all languages
        self.rows = rows or {}  # keys of the copy's own rows, by what joins their languages
        self.rewriter = Rewriter(lambda model, key: None, self.other)

    def other(self, model: type[Model], key: Any) -> Any:
        """What is public or everyone's may be named; all else of the owner's is left behind."""
        if model in media_models():
            return self.files.own(model, key)
        if issubclass(model, Page):
            return key if BasePage.objects.listable().filter(pk=key).exists() else None
        return key if model in SHARED else None

    def rewrite(self, model: type[BasePage], content: Content) -> Content:
        rewritten = self.rewriter.row(model, content) or {}
        for field in model._meta.get_fields():
            name = name_in_data(field)
            if isinstance(field.remote_field, ParentalKey) and name in rewritten:
                rewritten[name] = [self.row(field, row) for row in rewritten[name]]
        return rewritten

    def row(self, field: Any, row: Content) -> Content:
        """A part of the page, such as an event's session, is another in each section."""
        row = {**row, field.remote_field.name: None}
        if "translation_key" in row:
            row["translation_key"] = str(uuid5(self.group, row["translation_key"]))
            row["pk"] = self.rows.get(row["translation_key"])
        return row


def keys_of_rows(data: Content) -> dict[str, Any]:
    lists = [value for value in data.values() if isinstance(value, list)]
    rows = [row for rows in lists for row in rows if isinstance(row, dict)]
    return {row["translation_key"]: row["pk"] for row in rows if "translation_key" in row}
