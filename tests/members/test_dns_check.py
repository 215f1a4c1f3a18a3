"""Staff and operators are told which DNS record a member's host name still needs."""

import time

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Site

from members import dns_check
from members.dns_check import check_hostname
from members.hostnames import give_hostname, hostname_of
from tests.dns_server import dns_server
from tests.members.test_hostnames import answers
from tests.members.test_organisations_admin import edit_url

pytestmark = pytest.mark.django_db
HOST = "library.example.org"
ALLIANCE = "www.alliance.example"
OURS = ("192.0.2.1", "2001:db8::1")


@pytest.fixture
def server(settings, home):
    Site.objects.filter(is_default_site=True).update(hostname=ALLIANCE)
    settings.ALLOWED_HOSTS = ["testserver", "*"]
    with dns_server() as server:
        settings.DNS_RESOLVERS = [server.place]
        server.knows(ALLIANCE, "A", OURS[0])
        server.knows(ALLIANCE, "AAAA", OURS[1])
        yield server


@pytest.fixture
def staff_client(client, staff):
    client.force_login(staff)
    return client


def test_a_name_that_is_not_there_needs_a_cname(server):
    found = check_hostname(HOST)
    assert not found.is_right
    assert found.records == (f"{HOST}. CNAME {ALLIANCE}.",)
    assert "does not lead anywhere yet" in found.text


@pytest.mark.parametrize("name", ["example.org", "library.ac.example"])
def test_where_a_zone_begins_it_needs_addresses(server, name):
    server.knows(name, "SOA", "ns.example. admin.example. 1 2 3 4 5")
    assert check_hostname(name).records == (f"{name}. A {OURS[0]}", f"{name}. AAAA {OURS[1]}")


@pytest.mark.parametrize(
    "rows",
    [
        [(HOST, "CNAME", f"{ALLIANCE}.")],
        [(HOST, "CNAME", "other.example."), ("other.example", "CNAME", f"{ALLIANCE}.")],
        [(HOST, "A", OURS[0])],
        [(HOST, "A", OURS[0]), (HOST, "AAAA", OURS[1])],
    ],
)
def test_a_name_that_leads_here_is_right(server, rows):
    for row in rows:
        server.knows(*row)
    found = check_hostname(HOST)
    assert found.is_right
    assert found.text == f"{HOST} leads to our server."


@pytest.mark.parametrize(
    "rows",
    [
        [(HOST, "A", "198.51.100.7")],
        [(HOST, "A", OURS[0]), (HOST, "AAAA", "2001:db8::bad")],
        [(HOST, "CNAME", "other.example.")],
    ],
)
def test_a_name_that_leads_elsewhere_even_in_part_is_not(server, rows):
    for row in rows:
        server.knows(*row)
    found = check_hostname(HOST)
    assert "leads to another server" in found.text
    assert f"{HOST}. CNAME {ALLIANCE}." in found.text


def test_a_server_that_does_not_answer_costs_little_time(server, monkeypatch):
    server.is_silent = True
    monkeypatch.setattr(dns_check, "SECONDS", 0.5)
    before = time.monotonic()
    found = check_hostname(HOST)
    assert time.monotonic() - before < 2
    assert "could not be looked up" in found.text


def test_staff_are_told_after_saving_and_whenever_they_ask(staff_client, section, bodleian, server):
    data = answers(bodleian, hostname=HOST)
    text = staff_client.post(edit_url(bodleian), data, follow=True).content.decode()
    assert f"{HOST}. CNAME {ALLIANCE}." in text
    assert hostname_of(bodleian) == HOST
    check = reverse("organisations:check_hostname", args=[bodleian.pk])
    assert check in staff_client.get(edit_url(bodleian)).content.decode()
    server.knows(HOST, "CNAME", f"{ALLIANCE}.")
    response = staff_client.get(check, follow=True)
    assert response.redirect_chain[-1][0] == edit_url(bodleian)
    assert "leads to our server" in response.content.decode()


def test_nobody_else_has_it_looked_up(client, section, bodleian, editor):
    client.force_login(editor)
    response = client.get(reverse("organisations:check_hostname", args=[bodleian.pk]))
    assert response.status_code in (302, 403)
    assert edit_url(bodleian) not in response.get("Location", "")


def test_the_command_says_a_line_for_each_and_fails_where_one_is_missing(
    server, section, other_section, bodleian, capsys
):
    give_hostname(bodleian, HOST)
    give_hostname(other_section.organisation, "books.example.org")
    server.knows(HOST, "CNAME", f"{ALLIANCE}.")
    with pytest.raises(CommandError, match="do not lead here: 1"):
        call_command("check_hostnames")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("books.example.org does not lead anywhere")
    assert lines[1:] == [f"{HOST} leads to our server."]
    server.knows("books.example.org", "A", OURS[0])
    call_command("check_hostnames")
