"""How often a password may be wrong, without anyone being able to lock another person out.

What strangers get wrong is counted apart from what is wrong on a device on which the person
signed in before, or at an address where they are signed in now.
"""

from datetime import timedelta
from functools import cached_property
from ipaddress import ip_network

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .devices import device_known_to
from .models import Attempt

SALT = "alliance.sign_in.guessing"
WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=1)
PER_ACCOUNT = 10
PER_ADDRESS = 50  # for all accounts that are tried from there


class GuessLimit:
    """What one request may still try for one account."""

    def __init__(self, request: HttpRequest, email: str) -> None:
        self.request = request
        self.email = email.strip().lower()
        self.address = get_adapter().get_client_ip(request)

    @cached_property
    def limits(self) -> dict[str, int]:
        """How many attempts are allowed in each bucket that this one counts in."""
        device = device_known_to(self.request, self.email)
        if device:
            return {bucket("device", device, self.email): PER_ACCOUNT}
        if self.is_signed_in_there():
            return {bucket("at hand", self.address, self.email): PER_ACCOUNT}
        return {
            bucket("stranger", self.email): PER_ACCOUNT,
            bucket("address", network_of(self.address)): PER_ADDRESS,
        }

    def is_signed_in_there(self) -> bool:
        sessions = UserSession.objects.filter(user__email__iexact=self.email)
        return sessions.filter(ip=self.address).exists()

    def take(self) -> bool:
        """Count an attempt before it is made, so that many at once do not slip through."""
        Attempt.objects.filter(at__lt=timezone.now() - KEPT).delete()
        self.taken = Attempt.objects.bulk_create(Attempt(bucket=key) for key in self.limits)
        since = timezone.now() - WINDOW
        for key, allowed in self.limits.items():
            if Attempt.objects.filter(bucket=key, at__gt=since).count() > allowed:
                self.give_back()  # a refused attempt tries nothing, and prolongs nothing
                return False
        return True

    def give_back(self) -> None:
        Attempt.objects.filter(pk__in=[attempt.pk for attempt in self.taken]).delete()

    def forget(self) -> None:
        """The password was right: what was wrong before it for this account no longer counts."""
        self.give_back()
        Attempt.objects.filter(bucket=next(iter(self.limits))).delete()


def network_of(address: str) -> str:
    """Whoever has one IPv6 address has the 2⁶⁴ next to it."""
    return str(ip_network(f"{address}/64", strict=False)) if ":" in address else address


def bucket(*parts: str) -> str:
    return salted_hmac(SALT, "\n".join(parts), algorithm="sha256").hexdigest()
