"""Where our words stand in an answer, and how they come to say their language.

A template can put a text anywhere, and not everywhere can a text say its language. So it leaves
a mark around the English that holds the translation, too. What becomes of the mark is decided
once the whole answer is there. It is of digits and small letters alone, since it may end up in
an attribute, in JSON, or in JSON in an attribute.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.html import escape, format_html, json_script
from django.utils.safestring import SafeString

# Every process knows it, as a mark can wait in a session; nobody can write a mark of their own.
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


def held_in(found: re.Match[str]) -> list[str]:
    return bytes.fromhex(found[1]).decode().split("\0")


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
    language, _source, translated = held_in(found)
    return format_html('<span lang="{}">{}</span>', language, translated)


def _option(element: re.Match[str], elsewhere: dict[str, dict[str, str]]) -> str | None:
    """An option can hold no element, but is one."""
    if not (found := MARK.fullmatch((element["label"] or "").strip())):
        return None
    language, _source, translated = held_in(found)
    attributes = _english(element["attributes"], elsewhere)
    return f'<option lang="{language}"{attributes}>{escape(translated)}</option>'


def _english(text: str, elsewhere: dict[str, dict[str, str]]) -> str:
    def shown(found: re.Match[str]) -> str:
        language, source, translated = held_in(found)
        elsewhere.setdefault(language, {})[source] = translated
        return found[2]

    return MARK.sub(shown, text) if SIGN in text else text
