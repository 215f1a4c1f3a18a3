"""What PostgreSQL indexes of a page: a tsvector made here, so that any server will do.

Beside the words it holds marks, which filter and rank within the same index: `=` what the
page is, `~` a word of its title, `^` a word that it is strong in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from alliance.base.enums import PageKind

from .languages import Analyser

LAST_POSITION = 16_383  # PostgreSQL counts no further
MOST_POSITIONS = 100
STRONG_WORDS = 16
GAP = 10  # words of two fields are not near each other
TITLE, FOLDED = "A", "D"
TOP_QUALITY = 0.7


def organisation_mark(organisation_id: int) -> str:
    return f"=m{organisation_id}"


def kind_mark(kind: PageKind | str) -> str:
    return f"=k{PageKind(kind).value}"


def marks(organisation_id: int | None, kind: PageKind, quality: float) -> list[str]:
    found = [kind_mark(kind)]
    if organisation_id:
        found.append(organisation_mark(organisation_id))
    if quality >= TOP_QUALITY:
        found.append("=q1")
    return found


class Vector:
    """Gathers the words of one page."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser
        self.places: defaultdict[str, dict[int, str]] = defaultdict(dict)
        self.counts: Counter[str] = Counter()
        self.title_words: set[str] = set()
        self.next_position = 1

    def add(self, text: str, weight: str) -> None:
        """Stop words count in titles only: there they may be all there is."""
        position = -1
        for token in self.analyser.tokens(text):
            position = token.position
            if weight != TITLE and self.analyser.is_stop_word(token.word):
                continue
            self.add_word(token.word, self.next_position + position, weight)
        self.next_position += position + 1 + GAP

    def add_word(self, word: str, position: int, weight: str) -> None:
        lemma, folded = self.analyser.forms(word)
        position = min(position, LAST_POSITION)
        self.places[lemma].setdefault(position, weight)
        for lexeme in folded:
            self.places[lexeme].setdefault(position, FOLDED)
        self.counts[lemma] += 1
        if weight == TITLE:
            self.title_words.add(lemma)

    def as_tsvector(self, marks: Iterable[str]) -> str:
        """Lexemes are letters and digits only, so nothing needs escaping."""
        strong = {word for word, _ in self.counts.most_common(STRONG_WORDS)} | self.title_words
        lexemes = [f"'{lexeme}':{written(places)}" for lexeme, places in self.places.items()]
        lexemes += [f"'~{word}'" for word in self.title_words]
        lexemes += [f"'^{word}'" for word in strong]
        lexemes += [f"'{mark}'" for mark in marks]
        return " ".join(lexemes)


def written(places: dict[int, str]) -> str:
    kept = list(places.items())[:MOST_POSITIONS]
    return ",".join(f"{position}{weight}" for position, weight in kept)
