"""English."""

from . import base

STOP_WORDS = """
a about above after again against all am an and any are as at be because been before being
below between both but by can could d did do does doing don down during each few for from
further had has have having he her here hers him his how i if in into is it its itself just
ll m me more most my no nor not of off on once only or other our ours out over own re s same
she should so some such t than that the their theirs them then there these they this those
through to too under until up ve very was we were what when where which while who whom why
will with would you your yours
"""


class Analyser(base.Analyser):
    stop_words = frozenset(STOP_WORDS.split())
    accents_tell_words_apart = False

    def find_lemma(self, word: str) -> str:
        """The dictionary takes plurals in -lves for verbs, of which there are few."""
        singular = f"{word.removesuffix('ves')}f"
        if word.endswith("lves") and self.is_known(singular):
            return singular
        return super().find_lemma(word)
