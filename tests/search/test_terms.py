"""Anything may be typed into a search; PostgreSQL must understand what comes of it."""

import pytest
from django.db import connection

from search.languages import analyser_for
from search.terms import LONGEST_QUERY, MOST_TERMS, parse

ODD = [
    "a' OR 1=1 --",
    "'''",
    '"unbalanced',
    "((( & | ! <-> :* \\",
    "\\' \\\\ '' :A",
    "NUL \x00 inside",
    "\ud7ff\ue000\uffff",
    "图书馆 مكتبة पुस्तकालय ห้องสมุด библиотека",
    "👩‍👩‍👧 📚",
    "İstanbul ﬁ ß ſ Ⅷ ½ ²",
    "x" * 10_000,
    "word " * 10_000,
    "e\u0301" * 3000,
    "=m1 ~title ^strong +a+b",
]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "cy", "gd", "ga", "xx"])
@pytest.mark.parametrize("query", ODD, ids=range(len(ODD)))
def test_nothing_that_is_typed_is_an_error(query, language):
    terms = parse(analyser_for(language), query)
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::tsquery", [terms.as_tsquery()])


def test_stop_words_are_passed_over_unless_there_is_nothing_else():
    english = analyser_for("en")
    assert [term.word for term in parse(english, "the pledge of the libraries").terms] == [
        "pledge",
        "libraries",
    ]
    assert [term.word for term in parse(english, "who are you").terms] == ["who", "are", "you"]


def test_a_long_query_is_cut_and_says_so():
    english = analyser_for("en")
    many = " ".join(f"word{n}" for n in range(MOST_TERMS + 1))
    assert len(parse(english, many).terms) == MOST_TERMS
    assert parse(english, many).is_shortened
    assert parse(english, "x" * (LONGEST_QUERY + 1)).is_shortened
    assert not parse(english, "short").is_shortened


def test_nothing_to_look_for_is_nothing():
    assert not parse(analyser_for("en"), " !? ")
