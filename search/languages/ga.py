"""Irish: lenition as in Gaelic, and eclipsis, which writes a letter before the first one."""

import re
from collections.abc import Iterable

from . import base

STOP_WORDS = """
a ach ag agus an aon ar as b ba bhí bhfuil chuig chun d dá de den do don é ea faoi freisin ga
gan go gur h i iad idir in is í le leis m má mar mé mo n na nach ní níl nó ó ón os roimh s sa
san sé seo sí sin sinn sna t tá thar tú trí um
"""
LENITED = "bcdfgmpst"
ECLIPSES = {"p": "b", "t": "d", "c": "g", "b": "m", "d": "n", "g": "n", "f": "bh"}
VOWELS = "aeiouáéíóú"
PREFIX = re.compile(r"^[nth](?=[AEIOUÁÉÍÓÚ])")


class Analyser(base.Analyser):
    stop_words = frozenset(STOP_WORDS.split())

    def normalise(self, word: str) -> str:
        """A small letter before a capital vowel is no part of the word."""
        return super().normalise(PREFIX.sub("", word))

    def radicals(self, word: str) -> Iterable[str]:
        for radical, before in ECLIPSES.items():
            if word.startswith(before + radical):
                yield word[len(before) :]
        if word[:1] in LENITED and word[1:2] == "h":
            yield word[0] + word[2:]
        if word[:1] in "nth" and word[1:2] in VOWELS:
            yield word[1:]

    def mutations(self, word: str) -> Iterable[str]:
        first = word[:1]
        if first in ECLIPSES:
            yield ECLIPSES[first] + word
        if first in LENITED and word[1:2] != "h":
            yield first + "h" + word[1:]
        if first in VOWELS:
            yield from (letter + word for letter in "nth")
