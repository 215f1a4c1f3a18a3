"""The demonstration's people, and where the password that everybody knows opens nothing."""

import pytest
from django.urls import reverse

from home.demo.sign_ins import PASSWORD, all_addresses
from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db

ADDRESS = reverse("wagtailadmin_login")
ADMIN = "admin@example.org"


@pytest.fixture
def admin():
    user = UserFactory(email=ADMIN, superuser=True)
    user.set_password(PASSWORD)
    user.save()
    return user


def shown(client):
    return client.get(ADDRESS).content.decode()


def sign_in(client, password=PASSWORD):
    return client.post(ADDRESS, {"username": ADMIN, "password": password})


def test_people_of_the_demonstration_who_are_there_are_named(client, admin):
    text = shown(client)
    assert ADMIN in text
    assert f"“{PASSWORD}”" in text
    others = [address for address in all_addresses() if address != ADMIN]
    assert len(others) == 6
    assert not [address for address in others if address in text]


def test_with_the_password_that_everybody_knows_they_sign_in(client, admin):
    assert sign_in(client).url == reverse("wagtailadmin_home")


def test_where_there_is_no_demonstration_no_sign_in_is_offered(client):
    assert PASSWORD not in shown(client)


def test_in_production_nobody_is_named(client, admin, settings):
    settings.PUBLIC_SIGN_INS = False
    assert "@example.org" not in shown(client)


def test_in_production_the_password_that_everybody_knows_is_refused(client, admin, settings):
    settings.PUBLIC_SIGN_INS = False
    response = sign_in(client)
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_in_production_any_other_password_opens(client, admin, settings):
    settings.PUBLIC_SIGN_INS = False
    admin.set_password("of-my-own-choosing")
    admin.save()
    assert sign_in(client, "of-my-own-choosing").status_code == 302
