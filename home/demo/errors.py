from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError


class Mistake(Exception):  # noqa: N818 - an editor reads it, not a programmer
    """Something in the demonstration's files that cannot be loaded."""


@contextmanager
def blamed_on(place: str) -> Iterator[None]:
    """Say of a mistake in which file and at which key it was made."""
    try:
        yield
    except Mistake as mistake:
        raise Mistake(f"{place}: {mistake}") from mistake
    except ValidationError as error:
        raise Mistake(f"{place}: {_told(error)}") from error


def _told(error: ValidationError) -> str:
    if hasattr(error, "as_json_data"):
        return str(error.as_json_data())
    if hasattr(error, "error_dict"):
        return "; ".join(f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items())
    return " ".join(error.messages)
