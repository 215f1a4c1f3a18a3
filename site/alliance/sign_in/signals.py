from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from alliance.base.models import User


@receiver(user_logged_in)
def say_who_came_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """For the middleware: whichever page it was, this device is known from now on."""
    request.came_in = user  # type: ignore[attr-defined]
