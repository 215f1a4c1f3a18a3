"""When the demonstration refuses, and what it says about mistakes in its files."""

from shutil import copytree

import pytest
import yaml
from django.core.management import CommandError, call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from alliance.base.models import AllianceImage, BasePage
from home.demo.errors import Mistake
from home.demo.loading import load
from home.demo.source import DEMO_DIR
from members.models import Organisation

pytestmark = pytest.mark.django_db

HOME = {"key": "home", "type": "home.HomePage", "slug": "home", "title": "Home"}
ABOUT = {
    "key": "about", "type": "home.ContentPage", "parent": "home", "slug": "about", "title": "About",
    "body": [{"rich_text": "<p>Who we are.</p>"}],
}  # fmt: skip
PICTURE = {
    "key": "shelf", "title": "A shelf", "pattern": "spines", "palette": "paper", "seed": 1,
    "credit": "Us", "rights_holder": "Us", "licence": "cc0",
}  # fmt: skip


@pytest.fixture
def files(tmp_path, settings):
    """A demonstration of two pages, to be changed by each test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    directory = tmp_path / "demo"
    for name in ("organisations", "topics", "documents", "people"):
        write(directory / f"{name}.yaml", [])
    write(directory / "pictures.yaml", [PICTURE])
    write(directory / "pages/en/shared.yaml", [HOME, ABOUT])
    return directory


def write(file, rows):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(rows), encoding="utf-8")


def test_a_small_demonstration_is_loaded(files):
    assert load(files) == 2
    assert BasePage.objects.get(slug="about").specific.body[0].id


def test_links_lead_to_the_address_that_the_site_is_run_at(files, settings):
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8123"
    load(files)
    assert BasePage.objects.get(slug="about").full_url == "http://localhost:8123/en/about/"


def test_an_address_that_somebody_gave_the_site_is_kept(files):
    Site.objects.update(hostname="www.libraries.example", port=443)
    load(files)
    assert BasePage.objects.get(slug="about").full_url.startswith("https://www.libraries.example/")


def test_a_site_with_content_is_left_alone(files):
    load(files)
    with pytest.raises(CommandError, match="has content already"):
        call_command("load_demo", verbosity=0)


def test_a_site_whose_first_page_someone_has_begun_to_write_is_left_alone(files):
    BasePage.objects.get().specific.save_revision()
    with pytest.raises(Mistake, match="has content already"):
        load(files)


def test_told_to_it_replaces_what_is_there(files):
    load(files)
    load(files, replace=True)
    assert BasePage.objects.count() == 2
    assert AllianceImage.objects.count() == 1
    assert Page.find_problems() == ([], [], [], [], [])


def test_under_production_settings_it_refuses(settings):
    settings.PUBLIC_SIGN_INS = False
    with pytest.raises(CommandError, match="production"):
        call_command("load_demo", verbosity=0)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"parent": "nowhere"}, "there is no parent “nowhere”"),
        ({"type": "home.Nothing"}, "there is no page type “home.Nothing”"),
        ({"image": "lost", "image_alt": "A"}, "there is no picture “lost”"),
        ({"fields": {"colour": "red"}}, "has no field “colour”"),
        ({"fields": {"reviewed_on": "soon"}}, "“soon” is no date"),
        ({"subtitle": "Hello"}, "“subtitle” is not known here"),
        ({"image": "shelf"}, "Describe the picture"),
        ({"body": [{"song": "la"}]}, "there is no block “song”"),
        ({"body": [{"rich_text": '<p><a href="page:lost">x</a></p>'}]}, "there is no page “lost”"),
        ({"body": [{"heading": {"text": "Hi", "size": 3}}]}, "there is no “size”"),
        ({"body": [{"quote": {"text": ""}}]}, "quote|text|required"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(files, change, message):
    write(files / "pages/en/shared.yaml", [HOME, {**ABOUT, **change}])
    with pytest.raises(Exception, match=rf"^pages/en/shared.yaml, about: .*({message})"):
        load(files)


def test_after_a_mistake_nothing_is_left(files, tmp_path):
    write(files / "pages/en/shared.yaml", [HOME, {**ABOUT, "image": "lost", "image_alt": "A"}])
    with pytest.raises(Exception, match="lost"):
        load(files)
    assert BasePage.objects.get().specific.is_untouched
    assert not AllianceImage.objects.exists()
    assert not [file for file in (tmp_path / "media").rglob("*") if file.is_file()]


def test_a_key_may_be_used_once(files):
    write(files / "pages/en/more.yaml", [ABOUT])
    with pytest.raises(Exception, match="the key is used already in pages/en/more"):
        load(files)


def test_a_file_that_is_no_yaml_is_named(files):
    (files / "topics.yaml").write_text("- {key: [", encoding="utf-8")
    with pytest.raises(Exception, match=r"^topics.yaml: "):
        load(files)


def test_a_translation_takes_over_what_has_no_words(files):
    write(files / "pages/cy/shared.yaml", [{"key": "home", "title": "Hafan"}, WELSH])
    load(files)
    about = BasePage.objects.get(slug="amdanom").specific
    assert (about.locale_code, about.title, about.live) == ("cy", "Amdanom", True)
    english = BasePage.objects.get(slug="about").specific
    assert about.body[0].id == english.body[0].id
    assert about.body[0].value.source == "<p>Pwy ydym ni.</p>"


def test_no_page_had_another_address_before(files, django_capture_on_commit_callbacks):
    write(files / "pages/cy/shared.yaml", [{"key": "home", "title": "Hafan"}, WELSH])
    with django_capture_on_commit_callbacks(execute=True):
        load(files)
    assert not Redirect.objects.exists()


WELSH = {
    "key": "about", "slug": "amdanom", "title": "Amdanom",
    "body": [{"rich_text": "<p>Pwy ydym ni.</p>"}],
}  # fmt: skip


def test_english_never_stands_in_for_a_missing_translation(files):
    untranslated = {name: text for name, text in WELSH.items() if name != "body"}
    write(files / "pages/cy/shared.yaml", [{"key": "home", "title": "Hafan"}, untranslated])
    with pytest.raises(Exception, match="about: “body” is not translated"):
        load(files)


def test_a_page_cannot_be_translated_before_its_parent(files):
    write(files / "pages/cy/shared.yaml", [WELSH])
    with pytest.raises(Exception, match=r"^pages/cy/shared.yaml, about: .*parent"):
        load(files)


def test_the_projects_own_files_name_no_unknown_organisation(tmp_path):
    directory = tmp_path / "demo"
    copytree(DEMO_DIR, directory)
    rows = yaml.safe_load((directory / "organisations.yaml").read_text(encoding="utf-8"))
    rows[1]["kinds"] = ["castle"]
    write(directory / "organisations.yaml", rows)
    with pytest.raises(Exception, match=r"^organisations.yaml, bodleian: “castle” is none of"):
        load(directory)
    assert not Organisation.objects.exists()
