"""Numbers that a text takes from the lists themselves, so that it never disagrees with them.

A token is stored as `<a linktype="token" token="members">{members}</a>`: of all elements only a
link with attributes stays within its sentence when wagtail-localize cuts a text for translators.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Locale
from wagtail.rich_text.rewriters import LinkRewriter, extract_attrs

from . import tree as trees
from .tree import Tree

HOOK = "register_text_tokens"
LINK_TYPE = "token"
ELEMENT = re.compile(r'<a(\b[^>]*\blinktype="token"[^>]*)>.*?</a>', re.DOTALL)


@dataclass(frozen=True)
class TextToken:
    """Apps give theirs by the hook `register_text_tokens`, whose function returns a list of them.

    `count` says the number in a language. It is asked once a generation of the tree, so what it
    counts must raise the generation when it changes.
    """

    name: str
    label: Any
    count: Callable[[Tree, Locale], int]


def text_tokens() -> dict[str, TextToken]:
    found = [token for function in hooks.get_hooks(HOOK) for token in function()]
    return {token.name: token for token in found}


def placeholder(name: str) -> str:
    """What translators see in its place."""
    return f"{{{name}}}"


def value_of(token: TextToken, tree: Tree, language: str) -> str:
    """In digits, as the language writes them; nothing where the language has no tree."""
    if not (locale := tree.locale(language)):
        return ""
    number = tree.keep(("text_token", token.name, language), lambda: token.count(tree, locale))
    return number_format(number, force_grouping=True)


class TokenRewriter(LinkRewriter):
    """Wagtail lets a link type replace its opening tag alone; a token is replaced whole.

    A page is answered after its tree was compared with the database, so what is held is current.
    """

    def __call__(self, html: str) -> str:
        if f'linktype="{LINK_TYPE}"' in html:
            tokens, tree, language = text_tokens(), trees.held(), get_language() or ""

            def value(found: re.Match[str]) -> str:
                token = tokens.get(extract_attrs(found[1]).get("token", ""))
                return value_of(token, tree, language) if token else ""

            html = ELEMENT.sub(value, html)
        rewritten: str = super().__call__(html)
        return rewritten


def without_tokens(text: str) -> str:
    """Plain text for an index, which would not notice that a number changes."""
    for name in text_tokens() if "{" in text else ():
        text = text.replace(placeholder(name), "")
    return text
