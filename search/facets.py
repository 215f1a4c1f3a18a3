"""What a reader may narrow the results to, with the number of pages each choice would show."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection
from wagtail.models import Locale

from alliance.base.enums import PageKind

from .terms import Terms

# One pass over the matches counts all: each choice by the other filter, the total by both.
COUNT = """
WITH counted AS (
    SELECT organisation_id, kind,
        GROUPING(organisation_id, kind) AS grouping,
        count(*) FILTER (WHERE %(kind)s IN ('', kind)) AS of_kind,
        count(*) FILTER (WHERE %(organisation)s IN (0, organisation_id)) AS of_organisation,
        count(*) FILTER (WHERE %(kind)s IN ('', kind)
            AND %(organisation)s IN (0, organisation_id)) AS of_both
    FROM search_indexedpage
    WHERE locale_id = %(locale)s AND words @@ %(query)s::tsquery
    GROUP BY GROUPING SETS ((organisation_id), (kind), ())
)
SELECT counted.grouping, organisation_id, kind, of_kind, of_organisation, of_both,
    organisation.slug, text.name, text.language_code
FROM counted
LEFT JOIN members_organisation organisation ON organisation.id = organisation_id
LEFT JOIN LATERAL (
    SELECT name, language_code
    FROM members_organisationtext JOIN wagtailcore_locale locale ON locale.id = locale_id
    WHERE members_organisationtext.organisation_id = organisation.id
    ORDER BY language_code = %(language)s DESC, language_code = %(source)s DESC, locale.id
    LIMIT 1
) text ON true
"""
BY_ORGANISATION, BY_KIND, ALL = 0b01, 0b10, 0b11  # which columns a row is summed over


@dataclass(frozen=True)
class Choice:
    """One thing to narrow the results to; `lang` is the language of its label."""

    value: str
    label: Any
    number: int
    lang: str = ""


@dataclass(frozen=True)
class Facets:
    total: int = 0
    kinds: list[Choice] = field(default_factory=list)
    members: dict[int, Choice] = field(default_factory=dict)


def count_facets(
    terms: Terms, locale: Locale, organisation_id: int | None, kind: PageKind | None
) -> Facets:
    rows = fetch(
        {
            "query": terms.as_tsquery(),
            "locale": locale.pk,
            "kind": kind.value if kind else "",
            "organisation": organisation_id or 0,
            "language": locale.language_code,
            "source": settings.LANGUAGE_CODE,
        }
    )
    total = next(row["of_both"] for row in rows if row["grouping"] == ALL)
    return Facets(total, kinds(rows), members(rows))


def fetch(parameters: dict[str, Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(COUNT, parameters)
        columns = [column.name for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def kinds(rows: Iterable[dict[str, Any]]) -> list[Choice]:
    found = [
        Choice(row["kind"], PageKind(row["kind"]).label, row["of_organisation"])
        for row in rows
        if row["grouping"] == BY_KIND and row["of_organisation"]
    ]
    return sorted(found, key=most_first)


def members(rows: Iterable[dict[str, Any]]) -> dict[int, Choice]:
    """By the organisation's number; its name in the reader's language, or the best there is."""
    found = {
        row["organisation_id"]: Choice(
            row["slug"], row["name"], row["of_kind"], row["language_code"]
        )
        for row in rows
        if row["grouping"] == BY_ORGANISATION and row["of_kind"] and row["name"]
    }
    return dict(sorted(found.items(), key=lambda item: most_first(item[1])))


def most_first(choice: Choice) -> tuple[int, str]:
    return -choice.number, str(choice.label)
