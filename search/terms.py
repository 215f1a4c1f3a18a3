"""A reader's query as words to look for."""

from dataclasses import dataclass, field

from .languages import Analyser, Forms
from .languages.base import clean, fold

MOST_TERMS = 12
LONGEST_QUERY = 200
NOT_FOLDED = "ABC"


@dataclass(frozen=True)
class Term:
    """One word of a query, and the lexemes of the index that answer it."""

    word: str
    any_form: frozenset[str]
    # What someone may have written who leaves accents out; not what others were folded to.
    unaccented: frozenset[str] = field(default=frozenset())

    def matches(self, forms: Forms) -> bool:
        return (
            forms.lemma in self.any_form
            or forms.lemma in self.unaccented
            or not self.any_form.isdisjoint(forms.folded)
        )

    def as_tsquery(self) -> str:
        """Lexemes are letters and digits only, so nothing needs escaping."""
        lexemes = [f"'{lexeme}'" for lexeme in sorted(self.any_form)]
        lexemes += [f"'{lexeme}':{NOT_FOLDED}" for lexeme in sorted(self.unaccented)]
        return f"({' | '.join(lexemes)})"


@dataclass(frozen=True)
class Terms:
    """All words of a query; a text must hold each of them."""

    terms: tuple[Term, ...] = ()
    is_shortened: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms)

    def as_tsquery(self) -> str:
        return " & ".join(term.as_tsquery() for term in self.terms)

    def match(self, forms: Forms) -> Term | None:
        return next((term for term in self.terms if term.matches(forms)), None)


def parse(analyser: Analyser, query: str) -> Terms:
    """Anything may be typed: what is not a word is passed over. Stop words count only when
    there is nothing else."""
    words = list(
        dict.fromkeys(token.word for token in analyser.tokens(clean(query[:LONGEST_QUERY])))
    )
    telling = [word for word in words if not analyser.is_stop_word(word)] or words
    is_shortened = len(query) > LONGEST_QUERY or len(telling) > MOST_TERMS
    return Terms(tuple(term(analyser, word) for word in telling[:MOST_TERMS]), is_shortened)


def term(analyser: Analyser, word: str) -> Term:
    """With accents the reader means them; without, any accents may stand in the text."""
    lemma = analyser.lemma(word)
    lexemes = {lemma, *analyser.guesses(word)}
    unaccented = fold(lemma)
    if fold(word) == word:
        return Term(word, frozenset(lexemes | {unaccented}))
    if analyser.accents_tell_words_apart and analyser.is_known(unaccented):
        return Term(word, frozenset(lexemes))
    return Term(word, frozenset(lexemes), frozenset({unaccented}))
