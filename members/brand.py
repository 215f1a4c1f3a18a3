"""An organisation's two colours: what is accepted, and the stylesheet they become."""

from functools import lru_cache
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.formats import number_format

from alliance.base.own_words import gettext as _

from .colours import BLACK, WHITE, contrast, is_colour, mix, nearest_shade, text_on

WITH_WHITE_TEXT = 4.5
WITH_MAIN_COLOUR = 3.0
DARKENED_BY = 0.25
STYLESHEET = """:root {{
  --brand-primary: {primary};
  --brand-on-primary: {on_primary};
  --brand-secondary: {secondary};
  --brand-on-secondary: {on_secondary};
}}
"""


def ratio(value: float) -> str:
    """Cut, not rounded: 4.49 is not 4.5."""
    return number_format(int(value * 10) / 10, 1)


def validate_colours(primary: str, secondary: str) -> None:
    """Refuse colours that readers could not tell apart, and name a shade that would do."""
    if bool(primary) != bool(secondary):
        missing = "brand_secondary" if primary else "brand_primary"
        raise ValidationError({missing: _("Give both colours, or neither.")})
    if not (is_colour(primary) and is_colour(secondary)):
        return  # nothing given, or the field itself says what is wrong
    if (found := contrast(primary, WHITE)) < WITH_WHITE_TEXT:
        message = _(
            "White text on this colour reaches a contrast of only %(found)s : 1; it needs "
            "%(least)s : 1. The darker shade %(shade)s would do."
        )
        shade = nearest_shade(primary, WHITE, WITH_WHITE_TEXT)
        raise refusal("brand_primary", message, found, WITH_WHITE_TEXT, shade)
    if (found := contrast(secondary, primary)) < WITH_MAIN_COLOUR:
        message = _(
            "Beside the main colour this one reaches a contrast of only %(found)s : 1; it needs "
            "%(least)s : 1. The shade %(shade)s would do."
        )
        shade = nearest_shade(secondary, primary, WITH_MAIN_COLOUR)
        raise refusal("brand_secondary", message, found, WITH_MAIN_COLOUR, shade)


def refusal(field: str, message: str, found: float, least: float, shade: str) -> ValidationError:
    values = {"found": ratio(found), "least": ratio(least), "shade": shade}
    return ValidationError({field: message % values})


@lru_cache(maxsize=1024)
def stylesheet(primary: str, secondary: str) -> str:
    """The four properties, and a darker binding for readers who asked for a dark page."""
    dark = mix(primary, BLACK, DARKENED_BY)
    light_rules = rules(primary, secondary)
    dark_rules = rules(dark, nearest_shade(secondary, dark, WITH_MAIN_COLOUR))
    return f"{light_rules}@media (prefers-color-scheme: dark) {{\n{dark_rules}}}\n"


def rules(primary: str, secondary: str) -> str:
    return STYLESHEET.format(
        primary=primary,
        on_primary=text_on(primary),
        secondary=secondary,
        on_secondary=text_on(secondary),
    )


def stylesheet_hash(css: str) -> str:
    return sha256(css.encode()).hexdigest()[:12]


def stylesheet_url(slug: str, primary: str, secondary: str) -> str:
    """The address names the content, so that any cache may keep it for good; else empty."""
    if not (primary and secondary):
        return ""
    version = stylesheet_hash(stylesheet(primary, secondary))
    return reverse("members:brand", kwargs={"slug": slug, "version": version})
