"""An organisation asks to join, and the alliance answers."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from members.applications import MOST_AN_HOUR, apply
from members.models import Application, Organisation
from members.staff import appoint_alliance_editor
from tests.factories.base import UserFactory
from tests.factories.home import JoinPageFactory
from tests.factories.members import MemberIndexPageFactory, OrganisationFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db
ANSWERS = {
    "organisation_name": "Harbour Library",
    "website": "https://harbour.example",
    "contact_name": "Ann Jones",
    "email": "ann@example.org",
    "why": "We lend books to sailors.",
}


@pytest.fixture
def page(home):
    return JoinPageFactory(parent=home, slug="join", title="Join us")


@pytest.fixture
def alliance(db):
    return OrganisationFactory(
        slug="libraries-alliance", is_member=False, email="office@example.org"
    )


@pytest.fixture
def staff(client, home):
    user = UserFactory()
    appoint_alliance_editor(user)
    return user


def send(client, address="/en/join/", **changed):
    token = re.search(r'name="form_token" value="([^"]+)"', client.get(address).content.decode())[1]
    data = {**ANSWERS, "form_token": token, **changed}
    return client.post(address, data, headers={"origin": "http://testserver"})


def test_an_application_is_kept_and_the_alliance_is_told(client, page, alliance):
    response = send(client)
    assert response.url == "/en/join/?sent=1"
    assert "Thank you" in client.get(response.url).content.decode()
    application = Application.objects.get()
    assert (application.organisation_name, application.language) == ("Harbour Library", "en")
    (message,) = mail.outbox
    assert message.to == ["office@example.org"]
    assert "sailors" in message.body
    assert reverse("applications:inspect", args=[application.pk]) in message.body


def test_what_is_missing_is_said_and_the_rest_is_kept(client, page):
    text = send(client, email="ann").content.decode()
    assert "Enter a valid email address" in text
    assert "We lend books to sailors." in text
    assert not Application.objects.exists()


def test_a_program_is_thanked_and_its_application_dropped(client, page):
    assert send(client, leave_empty="x").status_code == 302
    assert not Application.objects.exists()


def test_a_form_from_elsewhere_is_refused(client, page):
    send(client)
    response = client.post("/en/join/", ANSWERS, headers={"origin": "https://evil.example"})
    assert "did not come from our own form" in response.content.decode()
    assert Application.objects.count() == 1


def test_asking_twice_is_one_application(client, page, alliance):
    send(client)
    assert send(client, email="ANN@example.org").status_code == 302
    assert Application.objects.count() == 1
    assert len(mail.outbox) == 1


def test_a_flood_is_told_to_come_later(client, page):
    for number in range(MOST_AN_HOUR):
        apply(**{**ANSWERS, "organisation_name": f"Library {number}", "language": "en"})
    response = send(client)
    assert response.status_code == 429
    assert "Try again later" in response.content.decode()
    Application.objects.update(received_at=timezone.now() - timedelta(hours=2))
    assert send(client).status_code == 302


def test_readers_get_no_cookie(client, page):
    assert not client.get("/en/join/").cookies
    assert not send(client).cookies


@pytest.fixture
def waiting(page, alliance):
    return apply(**ANSWERS, language="cy")


def test_staff_approve_by_adding_the_member(client, home, staff, waiting):
    MemberIndexPageFactory(parent=home)
    client.force_login(staff)
    text = client.get(reverse("applications:inspect", args=[waiting.pk])).content.decode()
    address = re.search(r'href="([^"]+application=\d+)"', text)[1]
    form = client.get(address).content.decode()
    for answer in ("Harbour Library", "harbour-library", "ann@example.org"):
        assert answer in form
    mail.outbox.clear()
    data = {"name": "Harbour Library", "slug": "harbour", "kinds": ["public"]}
    data |= {"languages": ["cy", "en"], "people": "ann@example.org", "moderation": "none"}
    assert client.post(address, data).status_code == 302
    waiting.refresh_from_db()
    assert (waiting.status, waiting.decided_by) == ("approved", staff)
    assert Organisation.objects.filter(slug="harbour", is_member=True).exists()
    assert {message.to[0] for message in mail.outbox} == {"ann@example.org"}
    assert len(mail.outbox) == 2


def test_staff_decline_with_a_reason_and_the_applicant_reads_it(client, staff, waiting):
    client.force_login(staff)
    address = reverse("applications:inspect", args=[waiting.pk])
    assert "This field is required" in client.post(address, {"reason": ""}).content.decode()
    mail.outbox.clear()
    assert client.post(address, {"reason": "Rydych yn rhy bell."}).status_code == 302
    waiting.refresh_from_db()
    assert waiting.status == "declined"
    (message,) = mail.outbox
    assert message.to == ["ann@example.org"]
    assert "Rydych yn rhy bell." in message.body
    assert "Cynghrair" in message.subject + message.body


def test_an_application_is_answered_once(client, staff, waiting):
    client.force_login(staff)
    address = reverse("applications:inspect", args=[waiting.pk])
    client.post(address, {"reason": "No."})
    mail.outbox.clear()
    client.post(address, {"reason": "No again."})
    waiting.refresh_from_db()
    assert waiting.reason == "No."
    assert not mail.outbox
    approving = f"{reverse('organisations:add_member')}?application={waiting.pk}"
    assert client.get(approving).status_code == 404


def test_members_people_see_no_applications(client, waiting):
    user = UserFactory()
    client.force_login(user)
    for address in (
        reverse("applications:index"),
        reverse("applications:inspect", args=[waiting.pk]),
    ):
        assert client.get(address).status_code == 302
        client.post(address, {"reason": "No."})
    waiting.refresh_from_db()
    assert waiting.is_waiting


def test_what_was_decided_long_ago_is_deleted(staff, waiting):
    call_command("purge_submissions")
    assert Application.objects.exists()
    Application.objects.update(status="declined", decided_at=timezone.now() - timedelta(days=400))
    call_command("purge_submissions")
    assert not Application.objects.exists()


def test_an_alias_leads_to_its_source(client, home, page):
    alias = page.copy_for_translation(publish_translation(home, "cy").locale, alias=True)
    assert client.get(alias.url).status_code == 302
