"""What every language shares; alone, it is the default for a language without a module."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import ClassVar, NamedTuple

from simplemma import Lemmatizer
from simplemma.strategies import DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

LONGEST_WORD = 64
# Marks that combine with letters belong to the word. Apostrophes and hyphens part words:
# what they leave of a clitic is a stop word. Chinese, Japanese and Korean put no spaces,
# so there each sign stands for itself.
SIGNS = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e"
WORD = re.compile(rf"[{SIGNS}]|(?:[^\W_{SIGNS}]|[{MARKS}])+")
# Neither controls nor what only hints at where a word may break; tabs and line ends stay.
CONTROLS = (*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0))
INVISIBLE = dict.fromkeys([*CONTROLS, 0xAD, *range(0x200B, 0x2010), 0xFEFF])


class Token(NamedTuple):
    """A word where it stands: `text[start:end]`, the `position`-th word of its text."""

    word: str
    start: int
    end: int
    position: int


class Forms(NamedTuple):
    """What a word is indexed as: its lemma, and what is left of it without accents."""

    lemma: str
    folded: tuple[str, ...]


def clean(text: str) -> str:
    """One spelling for each letter, and nothing that cannot be seen or stored."""
    return unicodedata.normalize("NFC", text.translate(INVISIBLE))


def fold(word: str) -> str:
    """The word without its accents."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(x for x in letters if not is_accent(x)))


def is_accent(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


class Analyser:
    """A language's words. A subclass says what only that language has."""

    stop_words: ClassVar[frozenset[str]] = frozenset()
    # Whether a word with an accent is another word than the same letters without one.
    accents_tell_words_apart: ClassVar[bool] = True
    # A lemma of a lemma, where the dictionary goes from form to form in steps.
    rounds: ClassVar[int] = 1

    def __init__(self, code: str) -> None:
        self.code = code
        self.has_dictionary = code in SUPPORTED_LANGUAGES
        self.dictionary = DictionaryLookupStrategy()
        self.lemmatizer = Lemmatizer()
        self.lemma = lru_cache(maxsize=100_000)(self.find_lemma)
        self.forms = lru_cache(maxsize=100_000)(self.find_forms)

    def tokens(self, text: str) -> Iterator[Token]:
        for position, found in enumerate(WORD.finditer(text)):
            yield Token(self.normalise(found.group()), found.start(), found.end(), position)

    def normalise(self, word: str) -> str:
        return unicodedata.normalize("NFC", word).lower()[:LONGEST_WORD]

    def is_stop_word(self, word: str) -> bool:
        return word in self.stop_words

    def is_known(self, word: str) -> bool:
        return self.has_dictionary and self.dictionary.get_lemma(word, self.code) is not None

    def radicals(self, word: str) -> Iterable[str]:
        """The words that this one may be a changed form of, the likeliest first."""
        return ()

    def mutations(self, word: str) -> Iterable[str]:
        """The forms that this word may take in a text."""
        return ()

    def find_lemma(self, word: str) -> str:
        """From the dictionary; a word it lacks may be a changed form of one that it has."""
        if not self.has_dictionary or word.isnumeric():
            return word
        if not self.is_known(word):
            word = next((found for found in self.radicals(word) if self.is_known(found)), word)
        for _ in range(self.rounds):
            word = self.lemmatizer.lemmatize(word, self.code).lower()
        return word

    def find_forms(self, word: str) -> Forms:
        lemma = self.lemma(word)
        folded = {fold(lemma), fold(word)} if fold(word) != word else {fold(lemma)}
        return Forms(lemma, tuple(sorted(folded - {lemma})))

    def guesses(self, word: str) -> set[str]:
        """For a name that no dictionary holds: the forms in which a text may have it."""
        if not word.isalpha() or len(word) < 4 or self.is_known(self.lemma(word)):
            return set()
        roots = {word, *self.radicals(word)}
        return roots.union(*(self.mutations(root) for root in roots)) - {word}
