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

from .models import MemberHomePage


@dataclass(frozen=True)
class OwnSection:
    home: MemberHomePage
    lists: list[BasePage]


def own_sections(user: User) -> list[OwnSection]:
    """Where a person works, a section for each language, with the lists that one adds to."""
    roots = MemberHomePage.objects.filter(organisation__memberships__user=user, alias_of=None)
    homes = list(roots.select_related("locale").order_by("path"))
    if not homes:
        return []
    below = reduce(or_, [Q(path__startswith=home.path, depth=home.depth + 1) for home in homes])
    children = BasePage.objects.filter(below).order_by("path")
    lists = [page for page in children if page.specific_kind == PageKind.INDEX]
    return [OwnSection(home, [page for page in lists if page.is_child_of(home)]) for home in homes]


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
