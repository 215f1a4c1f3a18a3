from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from members.permissions import user_can_manage_members

SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def user_needs_second_factor(user: Any) -> bool:
    """Whoever looks after all members, where that is asked of them, until they have one."""
    return (
        settings.REQUIRE_TWO_FACTOR
        and user_can_manage_members(user)
        and not is_mfa_enabled(user, SECOND_FACTORS)
    )
