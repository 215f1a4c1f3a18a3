"""The demonstration as it is loaded: complete, published, in the right languages,
and served within the number of queries that each kind of page may cost."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, Site

from alliance.base import tree
from alliance.base.models import AllianceDocument, AllianceImage, BasePage, PageFinding, User
from home.demo import media
from home.demo.drawing import draw_picture
from home.demo.loading import load
from home.demo.source import read_source
from members.models import MemberHomePage, Organisation
from members.permissions import user_can_edit_organisation
from tests.home.block_ids import ids_of

pytestmark = pytest.mark.django_db

UK_MODEL = [
    "How accessible this website is",
    "Feedback and contact information",
    "Reporting accessibility problems with this website",
    "Enforcement procedure",
    "Technical information about this website’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that is not within the scope of the accessibility regulations",
    "What we are doing to improve accessibility",
    "Preparation of this accessibility statement",
]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """Loaded once for all these tests, which only read."""
    picture = draw_picture("spines", "paper", 1)  # one for all, since drawing takes long
    patch = pytest.MonkeyPatch()
    patch.setattr(media, "draw_picture", lambda *_: picture)
    patch.setattr(settings, "MEDIA_ROOT", str(tmp_path_factory.mktemp("media")))
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield read_source()
        transaction.set_rollback(True)
    patch.undo()


def page_in(key: str, code: str, demo) -> BasePage:
    entry = next(entry for entry in demo.pages[settings.LANGUAGE_CODE] if entry.key == key)
    page = BasePage.objects.get(title=entry["title"], locale__language_code="en").specific
    return page.get_translations(inclusive=True).get(locale__language_code=code).specific


def test_every_page_of_the_files_is_live_in_its_language(demo):
    for code, entries in demo.pages.items():
        live = BasePage.objects.listable().filter(locale__language_code=code)
        assert sorted(entry["title"] for entry in entries) == sorted(
            live.values_list("title", flat=True)
        )


def test_nothing_is_an_alias_and_the_tree_is_sound(demo):
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_every_page_that_is_translated_has_a_parent_in_its_language(demo):
    for page in BasePage.objects.filter(depth__gt=2).select_related("locale"):
        assert page.get_parent().locale_id == page.locale_id


def test_every_member_has_a_section_of_at_least_five_pages(demo):
    members = Organisation.objects.filter(is_member=True)
    assert members.count() == 9
    for organisation in members:
        pages = organisation.pages.filter(live=True, locale__language_code="en")
        assert pages.count() >= 5, organisation


def test_members_keep_their_address_in_every_language(demo):
    for root in MemberHomePage.objects.select_related("organisation"):
        assert root.slug == root.organisation.slug


def test_welsh_has_all_shared_pages_and_every_members_home(demo):
    english = {entry.key for entry in demo.pages["en"] if not in_a_section(entry, demo)}
    welsh = {entry.key for entry in demo.pages["cy"]}
    assert english | {o.slug for o in Organisation.objects.filter(is_member=True)} <= welsh


def test_gaelic_has_all_shared_pages_and_the_section_of_the_national_library(demo):
    shared = {entry.key for entry in demo.pages["en"] if not in_a_section(entry, demo)}
    national = {entry.key for entry in demo.pages["en"] if entry.file.endswith("nls.yaml")}
    assert shared | national <= {entry.key for entry in demo.pages["gd"]}


def in_a_section(entry, demo) -> bool:
    members = {row.key for row in demo.organisations if row["is_member"]}
    return entry.file.removeprefix("pages/en/").removesuffix(".yaml") in members


def test_each_block_and_list_item_has_an_id(demo):
    found = 0
    for page in BasePage.objects.all().specific():
        for block_id in ids_of(page):
            assert block_id
            found += 1
    assert found > 500


def test_a_translation_shares_the_ids_of_its_original(demo):
    for code in ("cy", "gd"):
        original, translation = (page_in("history", one, demo) for one in ("en", code))
        assert list(ids_of(original)) == list(ids_of(translation))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/cy/addewidion/sgiliau/", "Hyfforddi un cydweithiwr ym mhob gwasanaeth"),
        ("/gd/geallaidhean/sgilean/", "Aon cho-obraiche a thrèanadh anns gach seirbheis"),
    ],
)
def test_a_plan_of_action_is_read_in_the_language_of_its_page(demo, client, address, words):
    page = client.get(address).content.decode()
    assert words in page
    assert "Train one colleague" not in page


@pytest.mark.parametrize("code", ["en", "cy", "gd"])
@pytest.mark.parametrize(
    "key", ["accessibility", "privacy", "cookies", "complaints", "report-a-problem"]
)
def test_what_the_law_asks_for_has_an_owner_and_a_date_of_review(demo, client, key, code):
    page = page_in(key, code, demo)
    assert page.needs_owner
    shown = client.get(page.get_url()).content.decode()
    assert page.content_owner in shown.split("<main")[1]
    assert f'<time datetime="{page.review_due:%Y-%m-%d}">' in shown


def test_the_accessibility_statement_has_every_part_of_the_uk_model(demo):
    headings = {
        code: [
            block.value["text"]
            for block in page_in("accessibility", code, demo).body
            if block.block_type == "heading"
        ]
        for code in ("en", "cy", "gd")
    }
    assert headings["en"] == UK_MODEL
    assert len(headings["cy"]) == len(headings["gd"]) == len(UK_MODEL)
    assert not set(headings["cy"]) & set(UK_MODEL)
    assert not set(headings["gd"]) & set(UK_MODEL)


def test_every_kind_of_block_is_shown_somewhere(demo):
    pages = BasePage.objects.filter(locale__language_code="en").specific()
    bodies = [page.body for page in pages if hasattr(page, "body")]
    used = {block.block_type for body in bodies for block in body}
    assert used == set(bodies[0].stream_block.child_blocks)


def test_links_in_text_lead_to_pages_in_the_same_language(demo):
    history = page_in("living-knowledge-network", "cy", demo)
    pledge = page_in("pledge-collaboration", "cy", demo)
    assert any(f'id="{pledge.pk}"' in str(block.value.source) for block in texts_of(history))


def texts_of(page) -> Iterator:
    return (block for block in page.body if block.block_type == "rich_text")


def test_pictures_and_documents_carry_their_rights_and_belong_to_their_organisation(demo):
    for model in (AllianceImage, AllianceDocument):
        assert not model.objects.filter(credit="").exists()
        assert not model.objects.filter(rights_holder="").exists()
    logo = Organisation.objects.get(slug="nls").logo
    assert logo.collection.organisation.slug == "nls"


def test_the_network_has_its_partners(demo):
    programme = page_in("living-knowledge-network", "en", demo)
    assert programme.partners.filter(role="partner").count() == 23


def test_an_editor_may_edit_the_own_section_only(demo):
    user = User.objects.get(email="nls-editor@example.org")
    assert user.check_password("libraries")
    own, other = (Organisation.objects.get(slug=slug) for slug in ("nls", "rluk"))
    assert user_can_edit_organisation(user, own)
    assert not user_can_edit_organisation(user, other)
    root = MemberHomePage.objects.get(organisation=own, locale__language_code="gd")
    assert root.permissions_for_user(user).can_edit()


def test_a_translator_may_edit_the_pages_of_one_language(demo):
    user = User.objects.get(email="welsh-translator@example.org")
    for code, allowed in (("cy", True), ("en", False), ("gd", False)):
        assert page_in("about", code, demo).permissions_for_user(user).can_edit() is allowed


def test_the_alliances_editor_may_edit_every_page(demo):
    user = User.objects.get(email="alliance-editor@example.org")
    for key in ("about", "nls-about"):
        assert page_in(key, "en", demo).permissions_for_user(user).can_publish()


def test_nothing_on_it_waits_to_be_mended(demo):
    assert not PageFinding.objects.exists()


def test_the_site_begins_at_the_home_page(demo):
    assert Site.objects.get().root_page.title == "The Libraries Alliance"


def count_queries(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def start_afresh():
    tree._held = None
    ContentType.objects.clear_cache()
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    ("path", "warm", "cold"),
    [
        ("/home/", 12, 24),
        ("/home/about/", 6, 12),
        ("/home/about/history/", 6, 12),
        ("/home/members/", 10, 20),
        ("/home/members/bodleian/", 10, 20),
        ("/home/members/rluk/", 10, 20),
        ("/home/news/", 10, 20),
    ],
)
def test_a_page_stays_within_its_number_of_queries(demo, client, language, path, warm, cold):
    """The first visit of all draws the pictures; the second is to a process just started."""
    source = BasePage.objects.get(url_path=path)
    address = source.get_translation(Locale.objects.get(language_code=language)).url
    client.get(address)
    start_afresh()
    assert count_queries(client, address) <= cold
    assert count_queries(client, address) <= warm
