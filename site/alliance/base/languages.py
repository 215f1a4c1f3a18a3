"""The languages that the site's words can be in."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language


def site_languages() -> list[tuple[str, Any]]:
    return settings.LANGUAGES


def language_worked_in() -> str:
    """What an editor writes in is most likely the language of the editor's screens."""
    language = get_language()
    return language if language in settings.SITE_LANGUAGES else settings.LANGUAGE_CODE
