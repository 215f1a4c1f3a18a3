"""Our own words, which the admin shows in the language of whoever reads them.

Wagtail's words are in English there, so the admin's language is English and the page says so.
What is named with these functions, and not with Django's, comes out in the reader's language
wherever a template or a form shows it, and carries its `lang`: docs/decisions/admin-language.md.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import translation

from .words import OwnWords, reader


def gettext(message: str) -> str:
    return _in_both(translation.gettext, message)


def pgettext(context: str, message: str) -> str:
    return _in_both(translation.pgettext, context, message)


def ngettext(singular: str, plural: str, number: int) -> str:
    return _in_both(translation.ngettext, singular, plural, number)


def _in_both(translate: Callable[..., str], *message: Any) -> str:
    text, language = translate(*message), reader.get()
    if not language or translation.get_language() != settings.LANGUAGE_CODE:
        return text
    with translation.override(language):
        translated = translate(*message)
    return text if translated == text else OwnWords(text, translated, language)


if TYPE_CHECKING:  # Django's plugin for mypy knows only Django's
    from django.utils.translation import gettext_lazy, pgettext_lazy
else:
    from django.utils.functional import lazy

    gettext_lazy = lazy(gettext, str)
    pgettext_lazy = lazy(pgettext, str)
