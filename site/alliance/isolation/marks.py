"""Words that stand in what is B's alone, so that an answer that holds one gives something away."""

import re

PREFIX = "xqjb"
CHANGED = "zqja"
SEARCHED = "harbourmaster"  # one searches for this: a page that repeats it gives nothing away
OFFERED = "offeredwords"  # what B has published and offered: everyone may read it
PATTERN = re.compile(rf"{PREFIX}([a-z]+)")


def mark(kind: str) -> str:
    return PREFIX + kind


def titled(kind: str) -> str:
    return f"{SEARCHED.title()} {mark(kind)}"


def marks_in(text: str) -> set[str]:
    return set(PATTERN.findall(text))


def altered(text: str) -> str:
    """The same words in another spelling: data that is valid, and changes what it replaces."""
    return text.replace(PREFIX, CHANGED)
