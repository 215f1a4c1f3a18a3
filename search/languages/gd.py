"""Scottish Gaelic: lenition writes an h after the first letter; cases change the ending."""

from collections.abc import Iterable

from . import base

STOP_WORDS = """
a ach aca againn agam agad aice aig aige air am an ann anns ar as b bha bheil bhith bho bhon
bi bidh chan cha d de den dh dha do don e eadar far fhèin fo fon ga gu gum gun h i iad is le
leis m ma mar mi mo mu mun n na nach nam nan neo no nuair o on ri ris ro s sa san seo sin sibh
sinn t tha thu tro troimh ud
"""
LENITED = "bcdfgmpst"
UNLENITED_CLUSTERS = ("sg", "sm", "sp", "st")
# Endings of plural and genitive, for forms that the dictionary lacks; the longest first.
ENDINGS = ("eachan", "achan", "annan", "ichean", "aibh", "ean", "ibh", "an", "e", "a")
SHORTEST_STEM = 4


def without_lenition(word: str) -> str:
    return word[0] + word[2:] if word[:1] in LENITED and word[1:2] == "h" else word


class Analyser(base.Analyser):
    stop_words = frozenset(STOP_WORDS.split())
    rounds = 2

    def radicals(self, word: str) -> Iterable[str]:
        plain = without_lenition(word)
        if plain != word:
            yield plain
        for form in dict.fromkeys((word, plain)):
            for ending in ENDINGS:
                if form.endswith(ending) and len(form) - len(ending) >= SHORTEST_STEM:
                    yield form.removesuffix(ending)

    def mutations(self, word: str) -> Iterable[str]:
        if word[:1] in LENITED and word[1:2] != "h" and not word.startswith(UNLENITED_CLUSTERS):
            yield word[0] + "h" + word[1:]
