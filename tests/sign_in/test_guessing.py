"""Guessing is stopped, and nobody is locked out by those who guess."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from alliance.sign_in.guessing import PER_ACCOUNT, PER_ADDRESS
from alliance.sign_in.models import Attempt

pytestmark = pytest.mark.django_db
HOME_ADDRESS, ELSEWHERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture
def guess(sign_in):
    """Somebody tries wrong passwords, from as many addresses as they like."""

    def try_often(times, email="ceri@example.org", address=None, by=None):
        for number in range(times):
            at = address or f"203.0.113.{number}"
            response = sign_in(email, "guessed", by=by or Client(), REMOTE_ADDR=at)
        return response

    return try_often


def is_refused(response):
    return "Too many wrong passwords" in response.content.decode()


def test_strangers_may_guess_ten_times(person, guess, sign_in):
    assert not is_refused(guess(PER_ACCOUNT))
    assert is_refused(guess(1))
    assert is_refused(sign_in(REMOTE_ADDR=ELSEWHERE))  # even with the right one


def test_a_refusal_says_the_same_of_accounts_that_do_not_exist(guess):
    assert is_refused(guess(PER_ACCOUNT + 1, "nobody@example.org"))


def test_letter_case_and_spaces_give_no_further_attempts(person, guess):
    guess(PER_ACCOUNT)
    assert is_refused(guess(1, " CERI@example.org "))


def test_a_known_device_still_opens_while_strangers_guess(person, guess, sign_in):
    device = Client()
    sign_in(by=device, REMOTE_ADDR=HOME_ADDRESS)
    device.post("/admin/logout/")
    guess(PER_ACCOUNT + 5)
    assert sign_in(by=device, REMOTE_ADDR=ELSEWHERE).status_code == 302


def test_so_does_any_device_where_the_person_is_signed_in(person, guess, sign_in):
    sign_in(by=Client(), REMOTE_ADDR=HOME_ADDRESS)
    guess(PER_ACCOUNT + 5)
    assert sign_in(by=Client(), REMOTE_ADDR=HOME_ADDRESS).status_code == 302


def test_a_known_device_is_known_for_its_person_alone(person, guess, sign_in):
    device = Client()
    sign_in(by=device)
    assert is_refused(guess(PER_ACCOUNT + 1, "another@example.org", by=device))


def test_a_forged_device_is_a_stranger(person, guess):
    forger = Client()
    forger.cookies["known_device"] = "eyJlbWFpbCI6ImNlcmlAZXhhbXBsZS5vcmcifQ:1:forged"
    assert is_refused(guess(PER_ACCOUNT + 1, by=forger))


def test_a_known_device_cannot_guess_for_ever_either(person, guess, sign_in):
    device = Client()
    sign_in(by=device)
    device.post("/admin/logout/")
    assert is_refused(guess(PER_ACCOUNT + 1, by=device, address=HOME_ADDRESS))


def test_a_right_password_begins_the_count_anew(person, guess, sign_in):
    device = Client()
    for _ in range(2):
        sign_in(by=device, REMOTE_ADDR=HOME_ADDRESS)
        device.post("/admin/logout/")
        response = guess(PER_ACCOUNT - 1, by=device, address=HOME_ADDRESS)
    assert not is_refused(response)


def test_one_address_cannot_try_all_accounts(person, guess, sign_in):
    for number in range(PER_ADDRESS):
        guess(1, f"somebody-{number}@example.org", address=ELSEWHERE)
    assert is_refused(guess(1, "another@example.org", address=ELSEWHERE))
    assert sign_in(REMOTE_ADDR=HOME_ADDRESS).status_code == 302


def test_neighbouring_ipv6_addresses_are_one(guess):
    for number in range(PER_ADDRESS):
        guess(1, f"somebody-{number}@example.org", address=f"2001:db8::{number:x}")
    assert is_refused(guess(1, "another@example.org", address="2001:db8::ffff"))
    assert not is_refused(guess(1, "another@example.org", address="2001:db8:1::1"))


def test_after_a_while_one_may_try_again(person, guess, sign_in):
    guess(PER_ACCOUNT + 1)
    Attempt.objects.update(at=timezone.now() - timedelta(minutes=16))
    assert sign_in(REMOTE_ADDR=ELSEWHERE).status_code == 302


def test_what_was_tried_is_not_kept(person, guess):
    guess(3)
    Attempt.objects.update(at=timezone.now() - timedelta(days=2))
    guess(1)
    assert Attempt.objects.count() == 2
    assert "ceri" not in str(Attempt.objects.values())


def test_whoever_reads_the_persons_mail_is_no_stranger(person, guess, sign_in):
    guess(PER_ACCOUNT + 1)
    owner = Client()
    owner.post("/admin/password_reset/", {"email": person.email})
    address = next(line for line in mail.outbox[0].body.split() if "/confirm/" in line)
    form = owner.get(address, follow=True, REMOTE_ADDR=ELSEWHERE)
    fields = {"new_password1": "chosen-once-more", "new_password2": "chosen-once-more"}
    owner.post(form.redirect_chain[-1][0], fields, REMOTE_ADDR=ELSEWHERE)
    response = sign_in(password="chosen-once-more", by=owner, REMOTE_ADDR=ELSEWHERE)
    assert response.status_code == 302
