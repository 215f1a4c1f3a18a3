"""A member's own host name, given by form, command or list."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.log_actions import registry
from wagtail.models import Site

from alliance.base.models.generation import Generation
from members.hostnames import HostnameTakenError, give_hostname, hostname_of
from members.models import Organisation
from members.offboarding import archive_member
from tests.members.test_new_members import ANSWERS
from tests.members.test_organisations_admin import edit_url, inline

pytestmark = pytest.mark.django_db
HOST = "library.example.org"


@pytest.fixture
def staff_client(client, staff):
    client.force_login(staff)
    return client


def answers(organisation, **values):
    text = organisation.texts.get()
    rows = [{"id": text.pk, "locale": text.locale_id, "name": text.name}]
    data = {"slug": organisation.slug, "is_member": "on", "moderation": "none"}
    data |= {"kinds": organisation.kinds, "languages": organisation.languages}
    return {**data, **inline("texts", rows, 1), **inline("press_contacts", []), **values}


def test_a_name_is_given_changed_and_taken_away(section, bodleian, staff):
    before = Generation.current()
    assert give_hostname(bodleian, HOST, staff)
    assert Generation.current() > before
    site = Site.objects.get(hostname=HOST)
    assert (site.root_page_id, site.port, site.is_default_site) == (section.pk, 80, False)
    assert not give_hostname(bodleian, HOST, staff)
    give_hostname(bodleian, "books.example.org", staff)
    assert Site.objects.get(pk=site.pk).hostname == "books.example.org"
    give_hostname(bodleian, "", staff)
    assert hostname_of(bodleian) == ""
    logged = registry.get_logs_for_instance(bodleian).filter(action="alliance.hostname")
    assert len(logged) == 3


def test_of_two_who_want_the_same_name_the_second_is_told(section, other_section, bodleian):
    give_hostname(bodleian, HOST)
    with pytest.raises(HostnameTakenError):
        give_hostname(other_section.organisation, HOST)


def test_staff_give_a_new_member_a_name(staff_client, directory):
    staff_client.post(
        reverse("organisations:add_member"), {**ANSWERS, "hostname": " LIBRARY.Example.org. "}
    )
    assert hostname_of(Organisation.objects.get(slug="harbour")) == HOST


def test_staff_change_it_where_they_keep_the_organisation(staff_client, section, bodleian):
    data = answers(bodleian, hostname="llyfrgell-môn.example")
    assert staff_client.post(edit_url(bodleian), data).status_code == 302
    assert hostname_of(bodleian) == "xn--llyfrgell-mn-oib.example"
    assert "xn--llyfrgell" in staff_client.get(edit_url(bodleian)).content.decode()
    staff_client.post(edit_url(bodleian), answers(bodleian, hostname=""))
    assert not Site.objects.filter(is_default_site=False).exists()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("taken.example.org", "Another site has this host name"),
        ("TAKEN.example.org", "Another site has this host name"),
        ("https://library.example.org/", "Give the name alone"),
        ("library.example.org:8000", "Give the name alone"),
        ("192.0.2.1", "address in numbers"),
        ("library", "no host name"),
        ("-a-.example.org", "no host name"),
        ("a_b c.example", "no host name"),
        ("a" * 64 + ".example.org", "no host name"),
        ("testserver", "host name"),
        ("www.alliance.example", "own host name"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_kept(
    staff_client, section, other_section, bodleian, settings, typed, message
):
    settings.WAGTAILADMIN_BASE_URL = "https://www.alliance.example"
    give_hostname(other_section.organisation, "taken.example.org")
    for address, data in (
        (reverse("organisations:add_member"), ANSWERS),
        (edit_url(bodleian), answers(bodleian)),
    ):
        text = staff_client.post(address, {**data, "hostname": typed}).content.decode()
        assert message in text
        assert f'value="{typed}"' in text
    assert Site.objects.count() == 2
    assert not Organisation.objects.filter(slug="harbour").exists()


def test_an_organisation_without_a_section_has_no_name(staff_client, bodleian, home):
    response = staff_client.post(edit_url(bodleian), answers(bodleian, hostname=HOST))
    assert "Without a section" in response.content.decode()


def test_a_command_and_a_list_give_it_too(directory, tmp_path):
    call_command("add_member", "harbour", "Harbour", kinds="public", hostname=HOST)
    assert hostname_of(Organisation.objects.get(slug="harbour")) == HOST
    with pytest.raises(CommandError, match="hostname"):
        call_command("add_member", "quay", "Quay", kinds="public", hostname=HOST)
    file = tmp_path / "members.csv"
    file.write_text("name,slug,kinds,hostname\nA,a,public,a.example\nB,b,public,a.example\n")
    with pytest.raises(CommandError):
        call_command("add_members", str(file))
    assert not Organisation.objects.filter(slug="a").exists()


def test_the_host_of_a_member_that_left_says_so(client, section, bodleian):
    give_hostname(bodleian, HOST)
    assert client.get("/en/", headers={"host": HOST}).status_code == 200
    archive_member(bodleian)
    assert client.get("/en/", headers={"host": HOST}).status_code == 410
