from django import template

from ..own_words import gettext

register = template.Library()


@register.simple_tag
def translate(message: str) -> str:
    """For templates of the admin: as `translate` of i18n, in the language of the reader."""
    return gettext(message)
