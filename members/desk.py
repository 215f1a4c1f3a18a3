"""What waits in the section of an organisation, each thing with a link to where it is mended."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component

from alliance.base.languages import own_language
from alliance.base.models import BasePage, User

from .models import Organisation

HOOK = "register_desk_items"
SHOWN = 5


@dataclass(frozen=True)
class Entry:
    title: str
    language: str
    url: str
    note: Any = ""
    advice: Any = ""


@dataclass(frozen=True)
class DeskItem:
    """A kind of thing that waits. Apps give theirs by the hook `register_desk_items`, whose
    function returns a list of them.

    `rows` gives those of all organisations; the desk itself asks for some organisations only, for
    their number and for the first few, in one query.
    """

    label: Any
    key: str  # its name in addresses
    rows: Callable[[], QuerySet[Any]]
    entry: Callable[[Any], Entry]
    organisation: str  # the way from a row to the key of an organisation
    first: str  # what the rows are sorted by
    locale: str = "locale"  # the way from a row to its language
    # Of what waits for somebody alone: those rows that wait for this person.
    personal: Callable[[QuerySet[Any], User], QuerySet[Any]] | None = None

    def rows_of(
        self, organisations: "Iterable[int] | QuerySet[Any]", user: User | None
    ) -> QuerySet[Any]:
        rows = self.rows().filter(**{f"{self.organisation}__in": organisations})
        if self.personal is None:
            return rows
        return self.personal(rows, user) if user else rows.none()


@dataclass(frozen=True)
class Pile:
    """What there is of one item in one organisation."""

    item: DeskItem
    count: int
    entries: list[Entry]

    @property
    def more(self) -> int:
        return self.count - len(self.entries)


@dataclass
class Desk:
    organisation: Organisation
    piles: list[Pile] = field(default_factory=list)


def desk_items() -> list[DeskItem]:
    return [item for function in hooks.get_hooks(HOOK) for item in function()]


def desks(organisations: Iterable[Organisation], user: User | None = None) -> list[Desk]:
    """One for each organisation, with a query for each item, however many there are. What waits
    for one person alone is left out unless it is said who looks."""
    found = {organisation.pk: Desk(organisation) for organisation in organisations}
    shown = [item for item in desk_items() if user or not item.personal]
    for item in shown if found else ():
        rows: dict[int, list[Any]] = {}
        for row in first_rows(item, list(found), user):
            rows.setdefault(row.desk_organisation, []).append(row)
        for key, some in rows.items():
            pile = Pile(item, some[0].desk_count, [item.entry(row) for row in some])
            found[key].piles.append(pile)
    return list(found.values())


def first_rows(item: DeskItem, organisations: list[int], user: User | None) -> QuerySet[Any]:
    whose = F(item.organisation)
    rank = Window(RowNumber(), partition_by=[whose], order_by=[F(item.first).asc(), F("pk").asc()])
    rows = item.rows_of(organisations, user).annotate(
        desk_organisation=whose,
        desk_count=Window(Count("pk"), partition_by=[whose]),
        desk_rank=rank,
    )
    return rows.filter(desk_rank__lte=SHOWN).order_by("desk_rank")


def own_organisations(user: User) -> QuerySet[Organisation]:
    own = Organisation.objects.filter(memberships__user=user, archive=None)
    return own.with_texts().order_by("slug")


def edit_url(page: BasePage, anchor: str = "") -> str:
    address: str = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return f"{address}#{anchor}" if anchor else address


class DeskPanel(Component):
    """All ours, and so in the language of the person, as the section's own panel is."""

    name = "desk"
    template_name = "members/admin/desk.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request = parent_context["request"]
        found = desks(own_organisations(request.user), request.user)
        return {"desks": found, "language": own_language(request)}
