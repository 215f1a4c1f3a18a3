"""All that is a member's goes into a file, is erased, and comes back as it was."""

import json
import zipfile

import pytest
from django.core.management import CommandError, call_command
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    Page,
    PageLogEntry,
    PageViewRestriction,
    Revision,
    Site,
)

from alliance.base.models import AllianceDocument, AllianceImage, BasePage, Topic, User
from home.models import ContentPage
from members.enums import Role
from members.hostnames import give_hostname, hostname_of
from members.models import Application, MemberIndexPage, Organisation
from members.services import add_membership, provision_member
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory
from tests.factories.home import (
    ContactPageFactory,
    ContentPageFactory,
    EventIndexPageFactory,
    EventPageFactory,
    EventSessionFactory,
)
from tests.factories.pledges import ActionFactory, PledgeIndexPageFactory, PledgePageFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def member(section, directory, media, home):
    """A member with what names other things, within the section and outside it."""
    organisation = section.organisation
    provision_member(organisation, directory)
    organisation.refresh_from_db()
    picture = ImageFactory(title="Tower", credit="Ann", collection=organisation.collection)
    picture.tags.add("towers")
    organisation.logo = picture
    organisation.save()
    below = organisation.private_collection.add_child(instance=Collection(name="Minutes"))
    minutes = DocumentFactory(title="Minutes", collection=below)
    outside = ContentPageFactory(parent=home, title="Rules", slug="rules")
    page = ContentPageFactory(parent=section, slug="about", image=picture, image_alt="A tower")
    page.topics.add(Topic.objects.create(key="reading"))
    page.body = body(section, outside, picture, minutes)
    page.save_revision().publish()
    events = EventIndexPageFactory(parent=section, slug="events")
    EventSessionFactory(event=EventPageFactory(parent=events, slug="day"), title="Opening")
    PageViewRestriction.objects.create(
        page=ContentPageFactory(parent=section, slug="inside"), restriction_type="login"
    )
    Redirect.objects.create(old_path="/en/members/bodleian/old", redirect_page=page)
    for found in (home, directory, section):
        publish_translation(found, "cy")
    draft = ContentPage.objects.get(slug="about")
    draft.title = "About us, anew"
    draft.save_revision()
    return organisation


def body(section, outside, picture, minutes):
    text = (
        f'<p><a linktype="page" id="{section.pk}">home</a> '
        f'<a linktype="page" id="{outside.pk}">rules</a> '
        f'<a linktype="document" id="{minutes.pk}">minutes</a></p>'
    )
    image = {"image": picture.pk, "alt": "A tower", "caption": ""}
    blocks = [("rich_text", text), ("image", image)]
    return json.dumps([{"type": kind, "value": value, "id": kind} for kind, value in blocks])


def call(name, *arguments, **options):
    call_command(name, *arguments, verbosity=0, **options)


def pages_of(organisation):
    return BasePage.objects.filter(organisation=organisation).order_by("url_path").specific()


def state():
    organisation = Organisation.objects.get(slug="bodleian")
    return {
        "texts": list(organisation.texts.values_list("locale", "name", "description")),
        "logo": organisation.logo.title,
        "pages": [facts(page) for page in pages_of(organisation)],
        "files": [
            (row.title, row.credit, sorted(row.tags.names()), row.created_at)
            for model in (AllianceImage, AllianceDocument)
            for row in model.objects.order_by("title")
        ],
        "kept": [
            (row.language, row.collection.name, row.file.open().read())
            for model in (AllianceImage, AllianceDocument)
            for row in model.objects.order_by("title")
        ],
        "redirects": list(Redirect.objects.values_list("old_path", "redirect_page__url_path")),
        "restricted": list(PageViewRestriction.objects.values_list("page__url_path")),
    }


def facts(page):
    drafts = page.revisions.order_by("created_at")
    return {
        "page": (type(page), page.url_path, page.title, page.translation_key, page.live),
        "dates": (page.first_published_at, page.last_published_at, page.listing_date),
        "topics": [topic.key for topic in page.topics.all()],
        "image": page.image and page.image.title,
        "drafts": [(row.created_at, row.as_object().title) for row in drafts],
        "changed": (page.has_unpublished_changes, bool(page.live_revision)),
        "sessions": [row.title for row in page.sessions.all()] if hasattr(page, "sessions") else [],
    }


def there_and_back(file):
    call("archive_member", "bodleian")
    call("export_member", "bodleian", str(file))
    call("erase_member", "bodleian", confirm="bodleian")
    assert not Page.objects.filter(url_path__contains="/bodleian/").exists()
    call("import_member", str(file))
    call("archive_member", "bodleian", undo=True)


def test_a_member_comes_back_as_it_was(
    client, member, tmp_path, django_capture_on_commit_callbacks
):
    before = state()
    assert 'alt="A tower"' in client.get("/en/members/bodleian/about/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        there_and_back(tmp_path / "member.zip")
    assert state() == before
    assert Page.find_problems() == ([], [], [], [], [])


def test_what_came_back_names_the_same_things(client, member, tmp_path):
    there_and_back(tmp_path / "member.zip")
    text = client.get("/en/members/bodleian/about/").content.decode()
    assert 'href="/en/members/bodleian/"' in text
    assert 'href="/en/rules/"' in text
    minutes = AllianceDocument.objects.get(title="Minutes")
    assert f'href="{minutes.url}"' in text
    assert 'alt="A tower"' in text
    found = client.get("/en/members/bodleian/old/")
    assert found.headers["Location"].endswith("/en/members/bodleian/about/")
    assert client.get("/en/members/bodleian/inside/").status_code == 302


def test_the_draft_of_an_event_that_came_back_can_be_published(member, tmp_path):
    event = BasePage.objects.get(slug="day").specific
    event.save_revision()
    there_and_back(tmp_path / "member.zip")
    event = BasePage.objects.get(slug="day").specific
    event.latest_revision.publish()
    assert [row.title for row in event.sessions.all()] == ["Opening"]


def test_what_is_not_on_the_site_is_left_out_and_named(client, member, tmp_path, capsys):
    call("export_member", "bodleian", str(tmp_path / "member.zip"))
    call("archive_member", "bodleian")
    call("erase_member", "bodleian", confirm="bodleian")
    Page.objects.get(slug="rules").delete()
    Topic.objects.all().delete()
    call("import_member", str(tmp_path / "member.zip"))
    said = capsys.readouterr().err
    assert "topic “reading” is not here. Named by: /home/members/bodleian/about/" in said
    assert "page “Rules" in said
    text = client.get("/en/members/bodleian/about/").content.decode()
    assert "<a>rules</a>" in text
    assert member.slug in Organisation.objects.get(slug="bodleian").groups.first().group.name


def test_erasing_leaves_nothing_but_a_name_where_one_is_needed(
    member, home, media, django_capture_on_commit_callbacks
):
    pledge = PledgePageFactory(parent=PledgeIndexPageFactory(parent=home))
    ActionFactory(page=pledge, responsible=[member])
    form = ContactPageFactory(parent=BasePage.objects.get(slug="bodleian", locale=home.locale))
    FormSubmission.objects.create(page=Page.objects.get(pk=form.pk), form_data={})
    Application.objects.create(organisation_name="Bodleian", email="a@example.org", member=member)
    gone, kept = (UserFactory(email=f"{name}@example.org") for name in ("gone", "kept"))
    for user in (gone, kept):
        add_membership(user, member, Role.EDITOR)
    kept.is_staff = True
    kept.save()
    keys = list(pages_of(member).values_list("pk", flat=True))
    call("archive_member", "bodleian")
    with django_capture_on_commit_callbacks(execute=True):
        call("erase_member", "bodleian", confirm="bodleian")
    assert str(Organisation.objects.get()) == "Bodleian Libraries"
    assert not AllianceImage.objects.exists()
    assert not [file for file in media.rglob("*") if file.is_file()]
    assert set(User.objects.all()) == {kept}
    assert not FormSubmission.objects.exists()
    assert not Application.objects.exists()
    assert not Revision.objects.filter(object_id__in=[str(pk) for pk in keys]).exists()
    assert not PageLogEntry.objects.filter(page_id__in=keys).exists()
    assert not Redirect.objects.exists()
    assert not Collection.objects.filter(depth__gt=1).exists()


@pytest.mark.parametrize(
    ("confirm", "message"), [("bodley", "Nothing was deleted"), ("bodleian", "is not archived")]
)
def test_nothing_is_erased_by_mistake(member, confirm, message):
    with pytest.raises(CommandError, match=message):
        call("erase_member", "bodleian", confirm=confirm)
    assert pages_of(member).exists()


@pytest.fixture
def erased(member, tmp_path):
    """A file, and a site that the member is no longer on."""
    call("archive_member", "bodleian")
    call("export_member", "bodleian", str(tmp_path / "member.zip"))
    call("erase_member", "bodleian", confirm="bodleian")
    return tmp_path / "member.zip"


def changed(file, entry, change):
    """The archive with another text in one of its entries."""
    other = file.with_name("changed.zip")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == entry else content)
    return other


def cut_short(file):
    other = file.with_name("short.zip")
    other.write_bytes(file.read_bytes()[:-200])
    return other


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (cut_short, "is cut short"),
        (lambda file: changed(file, "manifest.json", later), "is of version 99"),
        (lambda file: changed(file, "manifest.json", lambda text: b"{}"), "no archive of a member"),
        (lambda file: changed(file, "pages.json", lambda text: text + b" "), "pages.json is miss"),
    ],
    ids=["cut short", "another version", "no manifest", "damaged"],
)
def test_a_file_that_cannot_be_loaded_changes_nothing(erased, spoil, message):
    with pytest.raises(CommandError, match=message) as caught:
        call("import_member", str(spoil(erased)))
    assert "\n" not in str(caught.value)
    assert not Organisation.objects.filter(slug="bodleian").exists()


def later(text):
    return json.dumps({**json.loads(text), "version": 99}).encode()


def test_a_failure_half_way_leaves_nothing(erased, media, monkeypatch):
    def fail(*arguments):
        raise RuntimeError

    files = {file for file in media.rglob("*") if file.is_file()}
    monkeypatch.setattr("members.archives.importing.load_redirects", fail)
    with pytest.raises(RuntimeError):
        call("import_member", str(erased))
    assert not Organisation.objects.filter(slug="bodleian").exists()
    assert not AllianceImage.objects.exists()
    assert {file for file in media.rglob("*") if file.is_file()} == files


def test_a_member_there_is_and_a_directory_there_is_not_are_said(member, tmp_path):
    file = tmp_path / "member.zip"
    call("export_member", "bodleian", str(file))
    with pytest.raises(CommandError, match="a member at the address “bodleian” already"):
        call("import_member", str(file))
    call("archive_member", "bodleian")
    call("erase_member", "bodleian", confirm="bodleian")
    MemberIndexPage.objects.get(locale__language_code="cy").delete()
    with pytest.raises(CommandError, match="no directory of members in the language “cy”"):
        call("import_member", str(file))


def test_a_file_that_is_there_is_not_written_over(member, tmp_path):
    file = tmp_path / "member.zip"
    file.write_text("mine")
    with pytest.raises(CommandError, match="is there already"):
        call("export_member", "bodleian", str(file))
    assert file.read_text() == "mine"


HOST = "bodleian.example"


@pytest.fixture
def at_host(member, tmp_path):
    """A member with a name of its own, and redirects of every kind; exported and erased."""
    give_hostname(member, HOST)
    own = Site.objects.get(hostname=HOST)
    default = Site.objects.get(is_default_site=True)
    for path, site in (("/en/was", own), ("/cy/bu", own)):
        Redirect.objects.create(old_path=path, site=site, redirect_link="https://a.example/")
    for path, site in (
        ("/en/members/bodleian/gone", None),
        ("/cy/members/bodleian/wedi-mynd", default),
        ("/en/members/bodleian-friends", None),
        ("/en/everyones", None),
        ("/cy/pawb", None),
        ("/cy/pawb-arall", default),
    ):
        Redirect.objects.create(old_path=path, site=site, redirect_link="https://b.example/")
    file = tmp_path / "member.zip"
    call("archive_member", "bodleian")
    call("export_member", "bodleian", str(file))
    call("erase_member", "bodleian", confirm="bodleian")
    return file


def paths():
    rows = Redirect.objects.values_list("site__hostname", "old_path")
    return {path for site, path in rows}


EVERYONES = {"/en/members/bodleian-friends", "/en/everyones", "/cy/pawb", "/cy/pawb-arall"}


def test_erasing_frees_the_host_name_and_takes_no_redirect_of_others(at_host):
    assert not Site.objects.filter(hostname=HOST).exists()
    assert paths() == EVERYONES


def test_the_host_name_and_its_redirects_come_back(at_host):
    call("import_member", str(at_host))
    assert hostname_of(Organisation.objects.get(slug="bodleian")) == HOST
    own = Redirect.objects.filter(site__hostname=HOST)
    assert {row.old_path for row in own} == {"/en/was", "/cy/bu"}
    assert {"/en/members/bodleian/gone", "/cy/members/bodleian/wedi-mynd"} < paths()


def test_a_host_name_that_is_taken_stays_with_who_has_it(at_host, home, capsys):
    site = Site.objects.create(hostname=HOST, port=80, root_page=home)
    call_command("import_member", str(at_host))
    said = capsys.readouterr()
    assert f"The host name {HOST} is another site's here" in said.out + said.err
    assert hostname_of(Organisation.objects.get(slug="bodleian")) == ""
    assert not Redirect.objects.filter(site=site).exists()
    assert not {"/en/was", "/cy/bu"} & paths()
