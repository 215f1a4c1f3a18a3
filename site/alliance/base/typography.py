"""Keeps a short prefix with its word: a browser may break a line after any hyphen.

No style sheet can forbid it, and `h-uile` or `ar-lein` is hard to read in two halves.
"""

import re

from django.utils.safestring import SafeString

AFTER_PREFIX = re.compile(
    r"-(?:(?<=[^\w-][^\W\d_]-)|(?<=[^\w-][^\W\d_]{2}-))"  # one letter or two, and no more
    r"[\w’']{1,14}(?![\w-])"  # a longer word may break, lest it run out of a narrow screen
    # In text, not in a tag; and not in an element that may hold nothing but text.
    r"(?=[^<>]*+<(?!/(?:option|textarea|script|style)\b))"
)


def keep_prefixes(html: str) -> SafeString:
    """Marks the rest of such a word, hyphen and all, for the style sheet."""
    return SafeString(AFTER_PREFIX.sub(r'<span class="whole">\g<0></span>', html))
