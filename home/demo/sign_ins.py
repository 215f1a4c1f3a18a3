"""The demonstration's people sign in with a password that everybody knows."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from alliance.base.models import User

from .source import DEMO_DIR, Entry, read_entries

PASSWORD = "libraries"  # noqa: S105 - refused where settings.PUBLIC_SIGN_INS is not set


class PublicPasswordBackend(ModelBackend):
    """A database that was copied from a demonstration must not open a public site."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        if password == PASSWORD and not settings.PUBLIC_SIGN_INS:
            raise PermissionDenied
        return super().authenticate(request, username, password, **kwargs)


def address_of(entry: Entry) -> str:
    return f"{entry.key}@example.org"


def all_addresses() -> list[str]:
    return [address_of(entry) for entry in read_entries(DEMO_DIR / "people.yaml", DEMO_DIR)]


def open_addresses() -> list[str]:
    """Of those people who are there, unless their password is refused."""
    if not settings.PUBLIC_SIGN_INS:
        return []
    people = User.objects.filter(email__in=all_addresses(), is_active=True)
    return list(people.order_by("pk").values_list("email", flat=True))
