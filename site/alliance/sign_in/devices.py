"""A device on which somebody signed in before is known by a signed cookie that only says so."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import get_random_string

from alliance.base.models import User

COOKIE = "known_device"
SALT = "alliance.sign_in.device"
KNOWN_FOR = timedelta(days=365)


def remember_device(response: HttpResponseBase, user: User) -> None:
    said = {"email": user.email.lower(), "device": get_random_string(22)}
    response.set_cookie(
        COOKIE,
        signing.dumps(said, salt=SALT),
        max_age=KNOWN_FOR,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite=settings.SESSION_COOKIE_SAMESITE,
    )


def device_known_to(request: HttpRequest, email: str) -> str:
    """The device's own random name, if the person with this e-mail address signed in on it."""
    try:
        said = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KNOWN_FOR)
    except signing.BadSignature:
        return ""
    return said["device"] if said["email"] == email else ""
