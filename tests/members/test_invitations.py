"""An invited person chooses a password by a link that works once."""

import re

import pytest
from django.core import mail, signing
from django.urls import reverse

from members.enums import Role
from members.invitations import invite, make_token
from members.services import provision_member
from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = {"new_password1": "long-and-odd-words", "new_password2": "long-and-odd-words"}


def link_in(message):
    return re.search(r"https?://[^/]+(/\S+)", message.body)[1]


@pytest.fixture
def invited(bodleian, directory):
    bodleian.languages = ["cy", "en"]
    bodleian.save()
    provision_member(bodleian, directory)
    return invite("gwen@example.org", bodleian, Role.LEAD).user


def test_a_new_person_chooses_a_password_and_is_signed_in(client, home, invited):
    address = link_in(mail.outbox[0])
    assert client.get(address).status_code == 200
    response = client.post(address, PASSWORD)
    assert response.url == reverse("wagtailadmin_home")
    assert client.get(response.url).status_code == 200
    invited.refresh_from_db()
    assert invited.check_password(PASSWORD["new_password1"])


def test_the_mail_and_its_page_speak_the_members_first_language(client, home, invited):
    (message,) = mail.outbox
    assert "Bodleian Libraries" in message.subject
    assert link_in(message).startswith("/cy/")
    assert '<html lang="cy"' in client.get(link_in(message)).content.decode()


def test_a_link_works_once(client, home, invited):
    address = link_in(mail.outbox[0])
    client.post(address, PASSWORD)
    for answer in (client.get(address), client.post(address, PASSWORD)):
        assert answer.status_code == 410


@pytest.mark.parametrize("days", [13, 15])
def test_a_link_works_for_fourteen_days(client, home, invited, monkeypatch, days):
    address = link_in(mail.outbox[0])
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + days * 24 * 3600)
    assert client.get(address).status_code == (200 if days < 14 else 410)


def test_a_made_up_link_is_refused(client, home, db):
    assert client.get("/en/_invitation/nothing/").status_code == 410


def test_a_weak_password_is_refused(client, home, invited):
    response = client.post(link_in(mail.outbox[0]), {"new_password1": "1", "new_password2": "1"})
    assert response.status_code == 200
    assert b"field__error" in response.content


def test_who_has_a_password_is_sent_to_sign_in(bodleian):
    UserFactory(email="ann@example.org")
    invite("ANN@example.org", bodleian, Role.EDITOR)
    assert link_in(mail.outbox[0]) == reverse("wagtailadmin_home")


def test_a_link_of_an_account_that_was_closed_is_over(client, home, invited):
    token = make_token(invited)
    invited.is_active = False
    invited.save()
    assert client.get(f"/en/_invitation/{token}/").status_code == 410


def test_who_belongs_already_keeps_the_role_and_gets_no_mail(bodleian, invited):
    mail.outbox.clear()
    assert invite("gwen@example.org", bodleian, Role.CONTRIBUTOR).role == Role.LEAD
    assert not mail.outbox
