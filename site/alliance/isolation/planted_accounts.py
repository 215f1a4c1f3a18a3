"""How a person of B's signs in, and from where."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from .marks import titled
from .planted import Planted

KEY = "a" * 32


def plant_accounts(planted: Planted) -> None:
    owner = planted.owner
    EmailAddress.objects.create(user=owner, email=owner.email, primary=True, verified=True)
    Authenticator.objects.create(
        user=owner,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": titled("passkey"), "credential": {}},
    )
    expires = timezone.now() + timedelta(days=1)
    Session.objects.create(session_key=KEY, session_data="", expire_date=expires)
    UserSession.objects.create(
        user=owner, session_key=KEY, ip="192.0.2.1", user_agent=titled("browser")
    )
