"""Setting up an authenticator app, and what signing in is like then."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import NoReverseMatch, reverse

pytestmark = pytest.mark.django_db
HOME = reverse("wagtailadmin_home")
SECOND_STEP = reverse("mfa_authenticate")
SECURITY = reverse("mfa_index")


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_without_a_second_step_the_password_opens(client, person, sign_in):
    assert sign_in().url == HOME
    assert is_signed_in(client)


def test_with_one_the_password_alone_does_not_open(client, person, secret, sign_in):
    assert sign_in().url == SECOND_STEP
    assert not is_signed_in(client)
    assert client.get(HOME).status_code == 302


def test_the_code_of_the_app_opens(client, person, secret, sign_in):
    sign_in()
    assert client.post(SECOND_STEP, {"code": code_of(secret)}).url == HOME
    assert is_signed_in(client)


def test_a_wrong_code_does_not_open(client, person, secret, sign_in):
    sign_in()
    response = client.post(SECOND_STEP, {"code": "000000"})
    assert "This code is not right" in response.content.decode()
    assert not is_signed_in(client)


def test_codes_cannot_be_guessed_for_long(client, person, secret, sign_in):
    sign_in()
    for _ in range(5):
        client.post(SECOND_STEP, {"code": "000000"})
    response = client.post(SECOND_STEP, {"code": code_of(secret)})
    assert "That was wrong too often" in response.content.decode()


def test_a_recovery_code_opens_once(client, person, secret, sign_in):
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in()
    assert client.post(SECOND_STEP, {"code": code}).url == HOME
    client.logout()
    sign_in()
    assert client.post(SECOND_STEP, {"code": code}).status_code == 200


def test_one_is_led_on_to_where_one_wanted_to_go(client, person, secret):
    fields = {"username": person.email, "password": "of-my-own-choosing"}
    client.post(reverse("wagtailadmin_login"), fields | {"next": "/admin/pages/"})
    assert client.post(SECOND_STEP, {"code": code_of(secret)}).url == "/admin/pages/"


def test_nobody_is_led_away_from_the_site(client, person):
    fields = {"username": person.email, "password": "of-my-own-choosing"}
    fields["next"] = "https://elsewhere.example/"
    assert client.post(reverse("wagtailadmin_login"), fields).url == HOME


def test_nor_is_anyone_who_confirms_who_they_are(client, person, sign_in):
    sign_in()
    address = reverse("account_reauthenticate") + "?next=https://elsewhere.example/"
    assert client.post(address, {"password": "of-my-own-choosing"}).url == HOME


def test_an_app_is_set_up_with_its_key_and_a_first_code(confirmed, person):
    page = confirmed.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert f'sign-in__key">{secret}</code>' in page.content.decode()
    response = confirmed.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert response.url == reverse("mfa_view_recovery_codes")
    assert set(person.authenticator_set.values_list("type", flat=True)) == {
        "totp", "recovery_codes",
    }  # fmt: skip
    assert confirmed.get(response.url).content.decode().count("<li><code>") == 10


def test_it_is_not_set_up_with_a_wrong_code(confirmed, person):
    confirmed.get(reverse("mfa_activate_totp"))
    confirmed.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert not person.authenticator_set.exists()


def test_to_change_anything_the_password_is_asked_for_once_more(client, person, sign_in):
    sign_in()
    response = client.get(reverse("mfa_activate_totp"))
    assert response.url.startswith(reverse("account_reauthenticate"))
    page = client.get(response.url).content.decode()
    assert "Is it you?" in page
    wrong = client.post(response.url, {"password": "guessed"})
    assert "This is not your password" in wrong.content.decode()
    right = client.post(response.url, {"password": "of-my-own-choosing"})
    assert right.url == reverse("mfa_activate_totp")


def test_an_app_is_removed(confirmed, person, secret):
    assert "Remove the authenticator app" in confirmed.get(SECURITY).content.decode()
    confirmed.post(reverse("mfa_deactivate_totp"))
    assert not person.authenticator_set.exists()


@pytest.mark.parametrize("name", ["account_signup", "account_email", "socialaccount_signup"])
def test_nobody_signs_up(client, name):
    with pytest.raises(NoReverseMatch):
        reverse(name)
