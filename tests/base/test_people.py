"""People choose the language in which the alliance's own words reach them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from alliance.base.models import User
from tests.factories.base import UserFactory

pytestmark = pytest.mark.django_db
ACCOUNT = "wagtailadmin_account"


@pytest.fixture
def admin(client):
    user = UserFactory(superuser=True, first_name="Ada", last_name="Minton")
    client.force_login(user)
    return user


def account_form(user, **values):
    return {
        "name_email-first_name": user.first_name,
        "name_email-last_name": user.last_name,
        "name_email-email": user.email,
        "locale-current_time_zone": "",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        **values,
    }


def test_people_choose_their_language_in_their_account(client, admin):
    text = client.get(reverse(ACCOUNT)).content.decode()
    for option in (
        '<option value="" selected>What the browser asks for</option>',
        '<option value="en" lang="en">English</option>',
        '<option value="cy" lang="cy">Cymraeg</option>',
        '<option value="gd" lang="gd">Gàidhlig</option>',
    ):
        assert option in text

    address = reverse(ACCOUNT)
    response = client.post(address, account_form(admin, **{"language-language": "gd"}))
    assert response.status_code == 302
    assert User.objects.get().language == "gd"
    text = client.get(address).content.decode()
    assert '<span lang="gd">Cànan</span>' in text
    assert "Your account settings have been changed successfully!" in text


def test_a_language_that_the_site_has_not_is_refused(client, admin):
    response = client.post(
        reverse(ACCOUNT), account_form(admin, **{"language-language": "fr"})
    )  # fmt: skip
    assert "Select a valid choice" in response.content.decode()
    with pytest.raises(ValidationError):
        User(email="a@example.org", password="x", language="fr").full_clean()


def test_a_language_that_the_site_no_longer_has_is_nobodys(client, admin):
    User.objects.update(language="fr")
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_who_looks_after_users_chooses_it_for_them(client, admin):
    add = reverse("wagtailusers_users:add")
    assert 'name="language"' in client.get(add).content.decode()
    passwords = {"password1": "seven shelves of maps", "password2": "seven shelves of maps"}
    person = {"email": "gwen@example.org", "first_name": "Gwen", "last_name": "Pryce"}
    client.post(add, {**person, **passwords, "language": "cy"})
    gwen = User.objects.get(email="gwen@example.org")
    assert gwen.language == "cy"

    edit = reverse("wagtailusers_users:edit", args=[gwen.pk])
    client.post(edit, {**person, "is_active": "on", "language": "gd"})
    gwen.refresh_from_db()
    assert gwen.language == "gd"


def test_a_picture_is_first_taken_to_be_described_in_that_language(client, admin):
    User.objects.update(language="cy")
    text = client.get(reverse("wagtailimages:add")).content.decode()
    assert '<option value="cy" selected>Welsh</option>' in text
