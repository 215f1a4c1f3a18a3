import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from tests.factories.base import UserFactory

PASSWORD = "of-my-own-choosing"


@pytest.fixture
def person():
    user = UserFactory(email="ceri@example.org", superuser=True)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def secret(person):
    """The key of the person's authenticator app."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    RecoveryCodes.activate(person)
    return secret


@pytest.fixture
def sign_in(client):
    def post(email="ceri@example.org", password=PASSWORD, by=client, **extra):
        fields = {"username": email, "password": password}
        return by.post(reverse("wagtailadmin_login"), fields, **extra)

    return post


@pytest.fixture
def confirmed(client, person, sign_in):
    """Signed in, and the password given once more, as changing the sign-in requires."""
    sign_in()
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client
