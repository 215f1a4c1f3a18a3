"""What the address of a search asks for. What it cannot mean is a page that is not there."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alliance.base.enums import PageKind
from members.models import OrganisationText

from .enums import Sort
from .languages.base import clean
from .terms import LONGEST_QUERY


@dataclass(frozen=True)
class Parameters:
    text: str = ""
    is_shortened: bool = False
    member: OrganisationText | None = None
    kind: PageKind | None = None
    sort: Sort = Sort.RELEVANCE
    page_number: int = 1
    host_of: int | None = None  # the organisation whose own host is asked, for its pages alone

    @property
    def organisation_id(self) -> int | None:
        return self.member.organisation_id if self.member else self.host_of

    @property
    def is_filtered(self) -> bool:
        return self.member is not None or self.kind is not None


def read(query: QueryDict, host_of: int | None = None) -> Parameters:
    text = " ".join(clean(query.get("q", "")).split())
    return Parameters(
        text=text[:LONGEST_QUERY],
        is_shortened=len(text) > LONGEST_QUERY,
        member=None if host_of else read_member(query.get("member", "")),
        kind=read_choice(PageKind, query.get("kind", "")),
        sort=read_choice(Sort, query.get("sort", "")) or Sort.RELEVANCE,
        page_number=read_number(query.get("page", "") or "1"),
        host_of=host_of,
    )


def read_choice(choices: Any, value: str) -> Any:
    try:
        return choices(value) if value else None
    except ValueError:
        raise Http404(_("The search has no such filter or order.")) from None


def read_number(value: str) -> int:
    if value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0:
        return int(value)
    raise Http404(_("There is no such page of results."))


def read_member(slug: str) -> OrganisationText | None:
    """The member's name in the reader's language, or the best there is."""
    if not slug:
        return None
    texts = OrganisationText.objects.filter(organisation__slug=clean(slug))
    by_language = {
        text.locale_code: text for text in texts.select_related("organisation", "locale")
    }
    if not by_language:
        raise Http404(_("There is no such member."))
    best = (get_language() or "", settings.LANGUAGE_CODE, *by_language)
    return next(by_language[code] for code in best if code in by_language)
