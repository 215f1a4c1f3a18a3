"""What speakers say the search must, and must not, find (see pairs/README.md)."""

import csv
from pathlib import Path

import pytest

from search.languages import analyser_for
from search.terms import parse

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.tsv"))


def rows(path):
    lines = (line for line in path.open(encoding="utf-8") if line.strip() and line[0] != "#")
    return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def finds(code, query, text):
    analyser = analyser_for(code)
    forms = [analyser.forms(token.word) for token in analyser.tokens(text)]
    terms = parse(analyser, query).terms
    return bool(terms) and all(any(term.matches(form) for form in forms) for term in terms)


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_finds_what_must_match(path):
    missed = [row for row in rows(path) if row[0] == "finds" and not finds(path.stem, *row[2:])]
    assert missed == []


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_passes_over_what_must_not_match(path):
    wrong = [row for row in rows(path) if row[0] == "misses" and finds(path.stem, *row[2:])]
    assert wrong == []
