"""One analyser a language, used alike for text, query and highlighting.

A language is one module here, named by its code, with a class `Analyser`.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from .base import Analyser, Forms, Token


@cache
def analyser_for(language_code: str) -> Analyser:
    """The analyser of a language; one without a module of its own gets the default."""
    code = language_code.lower().partition("-")[0]
    if code.isalpha() and code != "base" and find_spec(f"{__name__}.{code}"):
        found: Analyser = import_module(f"{__name__}.{code}").Analyser(code)
        return found
    return Analyser(code)


__all__ = ["Analyser", "Forms", "Token", "analyser_for"]
