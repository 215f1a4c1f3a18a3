"""Fields that page types share, and what of a page its translations take over."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from alliance.base.blocks import BodyBlock


def body_field(**kwargs: Any) -> StreamField:
    return StreamField(BodyBlock(), verbose_name=_("body"), blank=True, **kwargs)


def synchronised(*names: str) -> list[SynchronizedField]:
    """Dates, numbers, addresses and choices: the same in every language, set in the source."""
    return [SynchronizedField(name, overridable=False) for name in names]
