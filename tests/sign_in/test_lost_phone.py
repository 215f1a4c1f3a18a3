"""Whoever lost phone and recovery codes is let in again by the operator."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_the_password_opens_again_and_old_sessions_are_over(
    client, person, sign_in, secret, capsys
):
    thief = Client()
    thief.force_login(person)
    thief.get(reverse("mfa_index"))
    call_command("remove_second_step", "Ceri@Example.org")
    assert "Removed." in capsys.readouterr().out
    assert sign_in().url == reverse("wagtailadmin_home")
    assert thief.get(reverse("mfa_index")).status_code == 302


def test_where_there_is_none_it_says_so(person, capsys):
    call_command("remove_second_step", person.email)
    assert "no second step" in capsys.readouterr().out


def test_an_unknown_address_is_named(db):
    with pytest.raises(CommandError, match=r"nobody@example\.org"):
        call_command("remove_second_step", "nobody@example.org")
