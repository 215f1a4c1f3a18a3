"""Marks the words that a page was found by, in the words that stand there."""

from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .languages import Analyser, Token
from .terms import Terms

MOST_FRAGMENTS = 2
WORDS_OF_A_FRAGMENT = 26
WORDS_BEFORE = 6
LONGEST_TEXT = 50_000
LINE_BREAK = " · "

Span = tuple[int, int]


def highlight(analyser: Analyser, text: str, terms: Terms) -> SafeString:
    """The whole text, escaped, with the words that match marked."""
    tokens = list(analyser.tokens(text))
    return marked(text, 0, len(text), tokens, matching(analyser, tokens, terms))


def snippet(analyser: Analyser, text: str, terms: Terms) -> list[SafeString]:
    """The one or two passages that say most about why a page was found."""
    text = text[:LONGEST_TEXT]
    tokens = list(analyser.tokens(text))
    hits = matching(analyser, tokens, terms)
    return [
        fragment(text, tokens, hits, span)
        for span in sorted(best_spans(hits, len(tokens)))
        if tokens
    ]


def matching(analyser: Analyser, tokens: list[Token], terms: Terms) -> dict[int, str]:
    """The place of each token that matches, and the term it answers."""
    found = {}
    for place, token in enumerate(tokens):
        if term := terms.match(analyser.forms(token.word)):
            found[place] = term.word
    return found


def best_spans(hits: dict[int, str], length: int) -> list[Span]:
    """Where most different terms are near each other; then where the others are."""
    spans: list[Span] = []
    wanted = set(hits.values())
    while wanted and len(spans) < MOST_FRAGMENTS:
        start = max(hits, key=lambda place: (len(terms_in(hits, place) & wanted), -place))
        span = (max(0, start - WORDS_BEFORE), min(length, start + WORDS_OF_A_FRAGMENT))
        spans.append(span)
        wanted -= terms_in(hits, start)
    return merged(spans) if spans else [(0, min(length, WORDS_OF_A_FRAGMENT))]


def terms_in(hits: dict[int, str], start: int) -> set[str]:
    ahead = range(start, start + WORDS_OF_A_FRAGMENT)
    return {hits[place] for place in ahead if place in hits}


def merged(spans: list[Span]) -> list[Span]:
    """Two passages that touch are one."""
    for first, second in pairwise(sorted(spans)):
        if second[0] <= first[1]:
            return [(first[0], second[1])]
    return spans


def fragment(text: str, tokens: list[Token], hits: dict[int, str], span: Span) -> SafeString:
    first, last = span
    start = 0 if first == 0 else tokens[first].start
    end = len(text) if last == len(tokens) else tokens[last - 1].end
    words = marked(text, start, end, tokens[first:last], {place - first for place in hits})
    before, after = "" if start == 0 else "… ", "" if end == len(text) else " …"
    return mark_safe(f"{before}{words}{after}")  # noqa: S308


def marked(
    text: str, start: int, end: int, tokens: list[Token], hits: dict[int, str] | set[int]
) -> SafeString:
    parts, reached = [], start
    for place, token in enumerate(tokens):
        if place in hits:
            parts += [written(text[reached : token.start]), "<mark>"]
            parts += [written(text[token.start : token.end]), "</mark>"]
            reached = token.end
    return mark_safe("".join([*parts, written(text[reached:end])]))  # noqa: S308


def written(text: str) -> str:
    return escape(LINE_BREAK.join(text.split("\n")))
