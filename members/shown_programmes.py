"""What readers are told of programmes that members run together.

Held in memory until a page or an organisation changes.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from alliance.base import tree as trees
from alliance.base.navigation import site_key

from .directory import LOGO_RENDITIONS, member_cards, published_sections, sort_key
from .models import MemberHomePage, Organisation


@dataclass(frozen=True)
class Runner:
    """A member that runs a programme, with its published section if it has one."""

    organisation: Organisation
    home: MemberHomePage | None

    def as_data(self) -> dict[str, Any]:
        """For search engines, as schema.org puts it."""
        said = {"@type": "Organization", "name": str(self.organisation.text_in() or "")}
        said["url"] = self.home.full_url if self.home else self.organisation.website
        return {name: value for name, value in said.items() if value}


def runners_of(request: HttpRequest) -> dict[int, list[Organisation]]:
    """By programme, the members that run it. Whoever has left the alliance is not named."""

    def read() -> dict[int, list[Organisation]]:
        pairs = Organisation.run_by.through.objects.filter(to_organisation__is_member=True)
        keys = list(pairs.values_list("from_organisation_id", "to_organisation_id"))
        named = Organisation.objects.filter(pk__in={member for _, member in keys}).with_texts()
        members = {member.pk: member for member in named}
        found: dict[int, list[Organisation]] = {}
        for programme, member in keys:
            found.setdefault(programme, []).append(members[member])
        return found

    return trees.for_request(request).keep("runners", read)


def who_runs(request: HttpRequest, programme: Organisation | None) -> list[Runner]:
    """In order of their names in the reader's language."""
    members = runners_of(request).get(programme.pk, []) if programme else []
    homes = {page.organisation_id: page for page in member_cards(request)} if members else {}
    found = [Runner(member, homes.get(member.pk)) for member in members]
    return sorted(found, key=lambda runner: str(runner.organisation).casefold())


def programmes_of(request: HttpRequest, organisation: Organisation | None) -> list[MemberHomePage]:
    """The published sections of the programmes that a member runs with others."""
    tree = trees.for_request(request)
    language = get_language() or ""
    locale = tree.locale(language)
    if organisation is None or locale is None or not organisation.is_member:
        return []

    def read() -> list[MemberHomePage]:
        own = published_sections(locale, is_programme=True).filter(
            organisation__run_by=organisation
        )
        pages = own.for_cards().select_related("organisation__logo")
        return sorted(pages.prefetch_related(LOGO_RENDITIONS), key=sort_key)

    return tree.keep(("programmes_of", organisation.pk, language, site_key(request)), read)
