from typing import Self

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import models
from django.db.models import F, Q, Value
from wagtail.models import Locale

from .enums import Sort
from .languages import analyser_for
from .terms import Terms, parse

# What a word weighs that is folded, in the text, in the summary, in the title.
WEIGHTS = [0.05, 0.3, 0.6, 1.0]
DIVIDE_BY_LOGARITHM_OF_LENGTH = 1


class LexemeQuery(SearchQuery):
    """A query whose words are lexemes already: our analysers made them, not PostgreSQL."""

    template = "%(expressions)s::tsquery"


class IndexedPageQuerySet(models.QuerySet):
    def matching(self, locale: Locale, terms: Terms, *markers: str) -> Self:
        """Pages in this language with all these words; filters are lexemes like any other,
        so that one index answers both."""
        filters = [f"'{marker}'" for marker in markers]
        return self.filter(locale=locale, words=LexemeQuery(join(terms.as_tsquery(), *filters)))

    def in_order(self, terms: Terms, sort: Sort) -> Self:
        rank = SearchRank(
            F("words"),
            LexemeQuery(terms.as_tsquery()),
            weights=WEIGHTS,
            normalization=Value(DIVIDE_BY_LOGARITHM_OF_LENGTH),
            cover_density=True,
        )
        newest = F("published_at").desc(nulls_last=True)
        order = [newest] if sort == Sort.DATE else [F("rank").desc(), newest]
        return self.annotate(rank=rank * (F("quality") + 0.5)).order_by(*order, "-page_id")

    def count_by_locale(self, locales: list[Locale], query: str, *markers: str) -> dict[int, int]:
        """How many pages each language has for a query, as its own analyser reads it."""
        wanted = Q(pk__in=[])
        for locale in locales:
            if terms := parse(analyser_for(locale.language_code), query):
                filters = [f"'{marker}'" for marker in markers]
                lexemes = LexemeQuery(join(terms.as_tsquery(), *filters))
                wanted |= Q(locale=locale, words=lexemes)
        rows = self.filter(wanted).values("locale_id").annotate(number=models.Count("page_id"))
        return {row["locale_id"]: row["number"] for row in rows}


def join(*parts: str) -> str:
    return " & ".join(part for part in parts if part)
