from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "DEMONSTRATION": settings.DEMONSTRATION,
        "may_be_signed_in": settings.SESSION_COOKIE_NAME in request.COOKIES,
    }
