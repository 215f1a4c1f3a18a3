"""Welsh: the first letter of a word changes with the word before it."""

from collections.abc import Iterable

from . import base

STOP_WORDS = """
a ac ag ai am ar at bod bydd byddai d dan dros drwy ei eich ein eu fe felly fod fy gan ger
gyda gydag hefyd hi hon hwn hyn i iddo iddi iddynt i'w ll m mae mai maen mi mewn n na nac nad
ni nid o oed oedd oes ohono ond os pan r roedd rwy rydym rydyn s sef sy sydd th trwy tua u w
wedi wrth y ydy ydyn yn yng ym yr yw
"""

# Longest first, since `ngh` is a letter of its own and not `ng` with an `h`.
SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r"}
NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
DIGRAPHS = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")
VOWELS = "aeiouwyâêîôûŵŷ"


def starts_with(word: str, letter: str) -> bool:
    """Whether a word begins with this letter, and not with a digraph that begins like it."""
    digraph = next((found for found in DIGRAPHS if word.startswith(found)), "")
    return (digraph or word[:1]) == letter


class Analyser(base.Analyser):
    stop_words = frozenset(STOP_WORDS.split())

    def radicals(self, word: str) -> Iterable[str]:
        changes = [*NASAL.items(), *ASPIRATE.items(), *SOFT.items()]
        for radical, mutated in sorted(changes, key=lambda change: -len(change[1])):
            if mutated and word.startswith(mutated):
                yield radical + word[len(mutated) :]
        if word[:1] == "h" and word[1:2] in VOWELS:
            yield word[1:]
        if word[:1] in "aeiouwylr":
            yield "g" + word

    def mutations(self, word: str) -> Iterable[str]:
        for changes in (SOFT, NASAL, ASPIRATE):
            for radical, mutated in changes.items():
                if starts_with(word, radical):
                    yield mutated + word[len(radical) :]
        if word[:1] in VOWELS:
            yield "h" + word
