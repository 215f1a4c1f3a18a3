"""Alliance staff set up a second step before anything else, where that is asked of them."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from members.services import add_membership, provision_member
from tests.factories.base import UserFactory
from tests.factories.members import MemberHomePageFactory, MemberIndexPageFactory

pytestmark = pytest.mark.django_db
HOME, SECURITY = reverse("wagtailadmin_home"), reverse("mfa_index")


@pytest.fixture(autouse=True)
def required(settings):
    settings.REQUIRE_TWO_FACTOR = True


@pytest.mark.parametrize(
    "address", [HOME, "/admin/pages/", "/admin/account/", "/admin/api/main/pages/"]
)
def test_staff_are_led_to_set_one_up(client, person, address):
    client.force_login(person)
    assert client.get(address).url == SECURITY
    assert "needs a second step" in client.get(SECURITY).content.decode()


def test_nothing_is_changed_either(client, person):
    client.force_login(person)
    assert client.post("/admin/account/", {"name_email-first_name": "X"}).url == SECURITY
    person.refresh_from_db()
    assert person.first_name != "X"


def test_they_can_set_it_up_and_leave(client, person, sign_in):
    sign_in()
    assert client.get(reverse("mfa_activate_totp")).url.startswith("/admin/login/again/")
    assert client.get(reverse("account_reauthenticate")).status_code == 200
    assert client.post(reverse("wagtailadmin_logout")).status_code == 302


def test_with_one_all_is_open(client, person):
    TOTP.activate(person, generate_totp_secret())
    client.force_login(person)
    assert client.get(HOME).status_code == 200


def test_where_it_is_not_required_all_is_open(client, person, settings):
    settings.REQUIRE_TWO_FACTOR = False
    client.force_login(person)
    assert client.get(HOME).status_code == 200


def test_members_people_choose_for_themselves(client, home):
    directory = MemberIndexPageFactory(parent=home)
    organisation = MemberHomePageFactory(parent=directory).organisation
    provision_member(organisation, directory)
    editor = UserFactory()
    add_membership(editor, organisation, "editor")
    client.force_login(editor)
    assert client.get(HOME).status_code == 200


def test_whoever_is_not_signed_in_is_asked_to(client):
    assert client.get(HOME).url.startswith(reverse("wagtailadmin_login"))
