"""A text of ours in English and in the language of whoever reads the admin."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from .marks import mark, mark_plain

INVISIBLE = "\u2063"
# The language of whoever reads the answer to this request; nobody's outside the admin.
reader: ContextVar[str] = ContextVar("reader", default="")


class OwnWords(str):
    """English to whatever keeps, sends or compares a text; in both languages to HTML.

    What Wagtail does to a label before it shows it is done to both texts. After anything else
    it is plain English, so that no text is ever in a language that it does not say.
    """

    translated: str
    language: str

    def __new__(cls, source: str, translated: str = "", language: str = "") -> "OwnWords":
        words = super().__new__(cls, source)
        words.translated, words.language = translated, language
        return words

    def _both(self, source: str, translated: str) -> "OwnWords":
        return OwnWords(source, translated, self.language)

    def __html__(self) -> str:
        return mark(self, self.translated, self.language)

    def for_scripts(self) -> str:
        """As data from which a script draws a part of the page.

        Wagtail may have a word that is the same in English. Ours ends in a sign nobody sees.
        """
        source = super().__str__() + INVISIBLE
        return mark_plain(source, source, self.translated, self.language)

    def __str__(self) -> str:
        return self

    def __getitem__(self, index: Any) -> str:
        return self._both(super().__getitem__(index), self.translated[index])

    def __add__(self, other: str) -> str:
        if isinstance(other, OwnWords):
            return self._both(super().__add__(other), self.translated + other.translated)
        return super().__add__(other)

    def __mod__(self, values: Any) -> str:
        return self._both(super().__mod__(values), self.translated % translations(values))

    def lower(self) -> str:
        return self._both(super().lower(), self.translated.lower())

    def upper(self) -> str:
        return self._both(super().upper(), self.translated.upper())


def join(parts: list[str]) -> str:
    """Several of ours in a row, for a sentence that names them all."""
    source, translated = ", ".join(parts), ", ".join(map(translations, parts))
    languages = [part.language for part in parts if isinstance(part, OwnWords)]
    return OwnWords(source, translated, languages[0]) if languages else source


def translations(values: Any) -> Any:
    """What is put into a sentence of ours may be ours too."""
    if isinstance(values, Mapping):
        return {name: translations(value) for name, value in values.items()}
    if isinstance(values, tuple):
        return tuple(map(translations, values))
    return values.translated if isinstance(values, OwnWords) else values
