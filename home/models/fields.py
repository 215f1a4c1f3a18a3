"""What of a page its translations take over."""

from wagtail_localize.fields import SynchronizedField


def synchronised(*names: str) -> list[SynchronizedField]:
    """Dates, numbers, addresses and choices: the same in every language, set in the source."""
    return [SynchronizedField(name, overridable=False) for name in names]
