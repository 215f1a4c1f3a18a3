"""Where our words stand in an answer, and how they come to say their language.

A template can put a text anywhere, and not everywhere can a text say its language. So it leaves
a mark around the English that holds the translation, too. What becomes of the mark is decided
once the whole answer is there. It is of digits and small letters alone, since it may end up in
an attribute, in JSON, or in JSON in an attribute.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.crypto import salted_hmac
from django.utils.html import escape, format_html, json_script
from django.utils.safestring import SafeString

# Every process knows it, as a mark can wait in a session; nobody types it by accident.
SIGN = f"{int(salted_hmac('own words', '').hexdigest(), 16) % 10**20:020d}"
MARK = re.compile(rf"{SIGN}([0-9a-f]+)x(.*?){SIGN}z", re.DOTALL | re.IGNORECASE)
# What is not text: tags, and elements that can hold no other element.
NOT_TEXT = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|textarea|title)\b.*?</(?P=raw)\s*>"
    r"|<option\b(?P<attributes>[^>]*)>(?P<label>[^<]*)</option>"
    r"""|</?[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>""",
    re.DOTALL | re.IGNORECASE,
)
BODY_END = "</body>"


def mark(source: str, translated: str, language: str) -> SafeString:
    return SafeString(mark_plain(escape(source), source, translated, language))


def mark_plain(shown: str, source: str, translated: str, language: str) -> str:
    """`shown` is the English as it is to stand where the mark cannot become a language."""
    held = "\0".join((language, source, translated)).encode().hex()
    return f"{SIGN}{held}x{shown}{SIGN}z"


class Held(NamedTuple):
    language: str
    source: str
    translated: str


def held_in(found: re.Match[str]) -> Held | None:
    """Nothing in a mark that is none of ours."""
    try:
        return Held(*bytes.fromhex(found[1]).decode().split("\0"))
    except (ValueError, TypeError):
        return None


def resolve(html: str) -> str:
    """Our words in HTML, each with its language; what a script will draw goes with the page."""
    elsewhere: dict[str, dict[str, str]] = {}
    resolved = "".join(_parts(html, elsewhere))
    head, end, tail = resolved.rpartition(BODY_END)
    if not elsewhere or not end:
        return resolved
    return f"{head}{json_script(elsewhere, 'own-words')}{end}{tail}"


def resolve_json(value: Any) -> Any:
    """Wagtail's dialogs come as HTML in JSON."""
    if isinstance(value, dict):
        return {key: resolve_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [resolve_json(part) for part in value]
    return resolve(value) if isinstance(value, str) and SIGN in value else value


def _parts(html: str, elsewhere: dict[str, dict[str, str]]) -> Iterator[str]:
    end = 0
    for other in NOT_TEXT.finditer(html):
        yield MARK.sub(_spoken, html[end : other.start()])
        yield _option(other, elsewhere) or _english(other[0], elsewhere)
        end = other.end()
    yield MARK.sub(_spoken, html[end:])


def _spoken(found: re.Match[str]) -> str:
    if not (held := held_in(found)):
        return found[2]
    return format_html('<span lang="{}">{}</span>', held.language, held.translated)


def _option(element: re.Match[str], elsewhere: dict[str, dict[str, str]]) -> str | None:
    """An option can hold no element, but is one."""
    found = MARK.fullmatch((element["label"] or "").strip())
    if not found or not (held := held_in(found)):
        return None
    attributes = SafeString(_english(element["attributes"], elsewhere))
    return format_html(
        '<option lang="{}"{}>{}</option>', held.language, attributes, held.translated
    )


def _english(text: str, elsewhere: dict[str, dict[str, str]]) -> str:
    def shown(found: re.Match[str]) -> str:
        if held := held_in(found):
            elsewhere.setdefault(held.language, {})[held.source] = held.translated
        return found[2]

    return MARK.sub(shown, text) if SIGN in text else text
