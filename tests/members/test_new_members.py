"""An organisation becomes a member by a form, by a command, or from a file."""

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry

from alliance.base.models import AllianceDocument, User
from members.enums import Moderation, Role
from members.models import MemberHomePage, Membership, Organisation
from members.new_members import NewMember, add_member
from tests.factories.base import UserFactory
from tests.factories.members import OrganisationFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db

ANSWERS = {
    "name": "Harbour Library",
    "slug": "harbour",
    "kinds": ["public"],
    "nations": ["wales"],
    "languages": ["en", "cy"],
    "people": "ann@example.org\nbob@example.org",
    "moderation": "none",
}
HEADINGS = "name,slug,kinds,nations,languages,people,moderation\n"


@pytest.fixture
def welsh_directory(directory):
    publish_translation(directory.get_parent(), "cy")
    return publish_translation(directory, "cy", slug="aelodau")


@pytest.fixture
def staff_client(client, staff):
    client.force_login(staff)
    return client


def everything():
    return [
        list(model.objects.order_by("pk").values())
        for model in (Organisation, Membership, User, Page)
    ]


def test_staff_add_a_member_with_one_form(staff_client, welsh_directory):
    response = staff_client.post(reverse("organisations:add_member"), ANSWERS)
    assert response.url == reverse("organisations:index")
    organisation = Organisation.objects.get()
    assert (str(organisation), organisation.is_member) == ("Harbour Library", True)
    roots = MemberHomePage.objects.filter(organisation=organisation).order_by("path")
    assert [(root.locale_code, root.live) for root in roots] == [("en", False), ("cy", False)]
    assert {(m.user.email, m.role) for m in organisation.memberships.all()} == {
        ("ann@example.org", "lead"),
        ("bob@example.org", "lead"),
    }
    assert {message.to[0] for message in mail.outbox} == {"ann@example.org", "bob@example.org"}


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("slug", "bodleian", "A member has this address already"),
        ("name", "bodleian libraries", "A member has this name already"),
        ("people", "ann@example.org nobody", "“nobody” is no e-mail address"),
        ("people", "Closed@example.org", "is closed"),
        ("kinds", ["castle"], "castle is not one of the available choices"),
        ("languages", [], "This field is required"),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_is_kept(
    staff_client, directory, bodleian, field, value, message
):
    UserFactory(email="closed@example.org", is_active=False)
    response = staff_client.post(reverse("organisations:add_member"), {**ANSWERS, field: value})
    text = response.content.decode()
    assert message in text
    assert "ann@example.org" in text or field == "people"
    assert not Organisation.objects.filter(slug="harbour").exists()
    assert not mail.outbox


def test_without_a_directory_the_form_says_so(staff_client, home):
    response = staff_client.post(reverse("organisations:add_member"), ANSWERS)
    assert "There is no directory of members yet" in response.content.decode()
    assert not Organisation.objects.exists()


def test_members_people_cannot_add_members(client, editor):
    client.force_login(editor)
    assert client.get(reverse("organisations:add_member")).status_code == 302
    client.post(reverse("organisations:add_member"), ANSWERS)
    assert not Organisation.objects.filter(slug="harbour").exists()


def test_staff_find_the_form_beside_the_list(staff_client, bodleian):
    text = staff_client.get(reverse("organisations:index")).content.decode()
    assert reverse("organisations:add_member") in text


def test_a_partner_that_joins_keeps_what_is_known_of_it(directory):
    partner = OrganisationFactory(slug="harbour", name="The Harbour", is_member=False)
    organisation = add_member(NewMember("Harbour Library", "harbour", ["public"]))
    assert organisation.pk == partner.pk
    assert (organisation.is_member, str(organisation)) == (True, "The Harbour")


def test_the_command_adds_a_member_and_run_again_changes_nothing(directory):
    arguments = ["harbour", "Harbour Library", "--kinds=public", "--people=ann@example.org"]
    call_command("add_member", *arguments, verbosity=0)
    before = everything()
    call_command("add_member", *arguments, verbosity=0)
    assert everything() == before
    assert len(mail.outbox) == 1


def test_the_command_repairs_what_is_missing(directory):
    organisation = add_member(NewMember("Harbour Library", "harbour", ["public"]))
    organisation.groups.get(role=Role.EDITOR).group.delete()
    call_command("add_member", "harbour", "Harbour Library", "--kinds=public", verbosity=0)
    assert organisation.groups.filter(role=Role.EDITOR).exists()


def test_the_command_names_what_is_wrong_in_one_line(directory):
    with pytest.raises(CommandError, match=r"^kinds: .*castle"):
        call_command("add_member", "harbour", "Harbour Library", "--kinds=castle")


def test_a_private_collection_is_for_the_members_people(directory):
    organisation = add_member(NewMember("Harbour Library", "harbour", ["public"]))
    (restriction,) = organisation.private_collection.get_view_restrictions()
    assert set(restriction.groups.all()) == {link.group for link in organisation.groups.all()}
    lead = UserFactory()
    organisation.memberships.create(user=lead, role=Role.LEAD)
    policy = policy_registry.get_by_type(AllianceDocument)
    allowed = policy.collections_user_has_permission_for(lead, "add")
    assert organisation.private_collection in allowed


def write(tmp_path, text):
    file = tmp_path / "members.csv"
    file.write_text(HEADINGS + text, encoding="utf-8")
    return file


def test_a_file_adds_many(tmp_path, directory):
    file = write(
        tmp_path,
        "Harbour Library,harbour,public,wales,en,ann@example.org,leads\n"
        '"Hill, The",hill,university;research,"england, wales",,,\n',
    )
    call_command("add_members", str(file), verbosity=0)
    hill = Organisation.objects.get(slug="hill")
    assert (str(hill), hill.kinds, hill.nations) == (
        "Hill, The", ["university", "research"], ["england", "wales"]
    )  # fmt: skip
    assert Organisation.objects.get(slug="harbour").moderation == Moderation.LEADS


def test_one_mistake_in_a_file_and_nothing_is_written(tmp_path, directory, capsys):
    file = write(
        tmp_path,
        "Harbour Library,harbour,public,,,,\nHill,hill,castle,,xx,ann,\nAgain,harbour,public,,,,\n",
    )
    with pytest.raises(CommandError, match="Mend 4"):
        call_command("add_members", str(file), verbosity=0)
    said = capsys.readouterr().err
    for place in ("row 3, kinds:", "row 3, languages:", "row 3, people:", "row 4, slug: row 2"):
        assert place in said
    assert not Organisation.objects.exists()


def test_a_failure_half_way_leaves_nothing(tmp_path, directory, monkeypatch):
    calls = []

    def fail_at_the_second(new):
        calls.append(new)
        if len(calls) == 2:
            raise RuntimeError
        return add_member(new)

    monkeypatch.setattr("members.member_lists.add_member", fail_at_the_second)
    file = write(tmp_path, "Harbour,harbour,public,,,,\nHill,hill,public,,,,\n")
    with pytest.raises(RuntimeError):
        call_command("add_members", str(file), verbosity=0)
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\x00", b"nom,adresse\nA,b\n", b"", b'name,slug,kinds\n"A'],
    ids=["picture", "other columns", "empty", "cut short"],
)
def test_what_is_no_list_of_members_is_refused(tmp_path, directory, content):
    file = tmp_path / "members.csv"
    file.write_bytes(content)
    with pytest.raises(CommandError, match="Nothing was added"):
        call_command("add_members", str(file), verbosity=0)


def test_a_file_that_is_not_there_is_said_in_a_line(directory):
    with pytest.raises(CommandError, match="No such file"):
        call_command("add_members", "nowhere.csv", verbosity=0)
