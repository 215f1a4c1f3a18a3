"""The languages that the site's words can be in."""

from typing import Any

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_from_request

from .own_words import gettext_lazy as _
from .own_words.words import reader


def site_languages() -> list[tuple[str, Any]]:
    return settings.LANGUAGES


def languages_of_people() -> list[tuple[str, str]]:
    """Each by its own name: whoever looks for Gàidhlig may not read "Scottish Gaelic"."""
    names = [(code, LANG_INFO[code]["name_local"]) for code in settings.SITE_LANGUAGES]
    return [("", _("What the browser asks for")), *names]


def language_worked_in() -> str:
    """What an editor writes in is most likely the language that the editor reads."""
    language = reader.get() or get_language()
    return language if language in settings.SITE_LANGUAGES else settings.LANGUAGE_CODE


def own_language(request: HttpRequest) -> str:
    """What is made for this one person is in the language chosen in the account, and without
    a choice in the one that the browser prefers."""
    chosen = getattr(request.user, "language", "")
    return chosen if chosen in settings.SITE_LANGUAGES else get_language_from_request(request)
