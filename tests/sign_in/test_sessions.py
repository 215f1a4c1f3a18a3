"""Where one is signed in, seen and ended."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db
SECURITY = reverse("mfa_index")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)


@pytest.fixture
def phone(person, sign_in):
    phone = Client(headers={"user-agent": PHONE})
    sign_in(by=phone, REMOTE_ADDR="192.0.2.9")
    return phone


@pytest.fixture
def computer(person, sign_in):
    computer = Client(headers={"user-agent": FIREFOX})
    sign_in(by=computer)
    return computer


def test_each_is_named_by_its_device(computer, phone):
    text = computer.get(SECURITY).content.decode()
    assert "Firefox on Linux" in text
    assert "Chrome on Android" in text
    assert "192.0.2.9" in text
    assert text.count("Here and now") == 1


def test_one_is_ended_by_its_owner(computer, phone):
    session = UserSession.objects.get(user_agent=PHONE)
    computer.post(reverse("sign_in_end_session", args=[session.pk]))
    assert phone.get(reverse("wagtailadmin_home")).status_code == 302
    assert "Chrome on Android" not in computer.get(SECURITY).content.decode()


def test_nobody_else_can_end_it(computer):
    session = UserSession.objects.get()
    other = Client()
    other.force_login(UserFactory(superuser=True))
    assert other.post(reverse("sign_in_end_session", args=[session.pk])).status_code == 404
    assert "Firefox on Linux" not in other.get(SECURITY).content.decode()
    assert computer.get(SECURITY).status_code == 200


def test_a_link_ends_nothing(computer, phone):
    session = UserSession.objects.get(user_agent=PHONE)
    address = reverse("sign_in_end_session", args=[session.pk])
    assert computer.get(address).status_code == 405
    assert phone.get(SECURITY).status_code == 200


def test_all_others_are_ended_at_once(computer, phone):
    computer.post(reverse("sign_in_end_others"))
    assert phone.get(SECURITY).status_code == 302
    assert computer.get(SECURITY).status_code == 200


def test_a_session_that_ended_otherwise_is_not_shown(computer, phone):
    phone.post(reverse("wagtailadmin_logout"))
    assert "Chrome on Android" not in computer.get(SECURITY).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_three_queries_for_each(computer, sign_in, django_assert_num_queries, number):
    for _ in range(number - 1):
        sign_in(by=Client())
    computer.get(SECURITY)
    with django_assert_num_queries(11 + 3 * number):
        computer.get(SECURITY)


def test_readers_get_no_cookie(client, home):
    response = client.get(home.url)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_the_account_leads_to_it(computer):
    assert SECURITY in computer.get(reverse("wagtailadmin_account")).content.decode()
