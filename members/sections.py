"""A person's own sections, from which their admin home starts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from wagtail.admin.ui.components import Component

from alliance.base.enums import PageKind
from alliance.base.languages import own_language
from alliance.base.models import BasePage, User

from .current import current_organisation
from .models import MemberHomePage
from .new_pages import WayToAdd, new_pages, ways_to_add


@dataclass(frozen=True)
class OwnSection:
    home: MemberHomePage
    ways: list[WayToAdd]
    lists: list[BasePage]  # what else one adds to


def own_sections(user: User) -> list[OwnSection]:
    """Where a person works, a section for each language, with the lists that one adds to. Those
    of the current organisation come first."""
    roots = MemberHomePage.objects.filter(organisation__memberships__user=user, alias_of=None)
    homes = list(roots.select_related("locale").order_by("path"))
    if not homes:
        return []
    current = current_organisation(user)
    homes.sort(key=lambda home: current is None or home.organisation_id != current.pk)
    below = reduce(or_, [Q(path__startswith=home.path, depth=home.depth + 1) for home in homes])
    found = list(BasePage.objects.filter(below).order_by("path"))
    return [section_of(home, [page for page in found if page.is_child_of(home)]) for home in homes]


def section_of(home: MemberHomePage, children: list[BasePage]) -> OwnSection:
    lists = [page for page in children if page.specific_kind == PageKind.INDEX]
    known = {new.index for new in new_pages()}
    others = [page for page in lists if page.specific_class not in known and not page.alias_of_id]
    return OwnSection(home, ways_to_add(home, children), others)


class YourSectionPanel(Component):
    """The first thing a member's editor sees after signing in. It is all ours, so it is in the
    language of that person, whatever the rest of the admin speaks."""

    name = "your_section"
    template_name = "members/admin/your_section.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request = parent_context["request"]
        language = own_language(request)
        return {"sections": own_sections(request.user), "language": language}
