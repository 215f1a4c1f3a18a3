"""What is found on pages as they are saved, and when what they link to changes."""

import json
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command

from alliance.base.models import BasePage, PageFinding
from alliance.base.page_checks.services import check_by_key
from home.models import ContentPage
from tests.factories.base import DocumentFactory, ImageFactory
from tests.factories.home import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db


def text(source):
    return [{"type": "rich_text", "value": source, "id": "text"}]


def body(stream):
    return json.dumps(stream)


def kinds(page):
    return sorted(PageFinding.objects.filter(page_id=page.pk).values_list("kind", flat=True))


def page_with(home, *blocks, **fields):
    return ContentPageFactory(parent=home, body=body(list(blocks)), **fields)


def link_to(page):
    return text(f'<p><a linktype="page" id="{page.pk}">The opening hours</a></p>')[0]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Click here", "vague-link"),
        ("darllenwch fwy…", "vague-link"),
        ("an seo", "vague-link"),
        ("", "empty-link"),
        ("https://example.org/a", "address-as-link"),
    ],
)
def test_links_say_where_they_lead(home, words, kind):
    block = text(f'<p>See <a href="https://example.org/a">{words}</a>.</p>')[0]
    assert kinds(page_with(home, block)) == [kind]


@pytest.mark.parametrize(
    "source",
    [
        '<p><a href="https://example.org/a">Read the plan of 2026</a></p>',
        "<h3>Opening</h3><p>CILIP and RLUK say so.</p>",
    ],
)
def test_what_is_well_is_not_found(home, source):
    heading = {"type": "heading", "value": {"text": "Opening", "level": "h2"}, "id": "h"}
    assert kinds(page_with(home, heading, text(source)[0])) == []


def test_headings_and_capitals(home):
    empty = {"type": "heading", "value": {"text": "", "level": "h2"}, "id": "a"}
    deep = text("<h4>Much too deep</h4><p>PLEASE DO NOT BRING ANY DOGS INTO THE LIBRARY</p>")[0]
    page = page_with(home, empty, deep)
    assert kinds(page) == ["capitals", "empty-heading", "skipped-level"]
    found = PageFinding.objects.get(kind="skipped-level")
    assert (found.field, found.block, found.excerpt) == ("body", "text", "Much too deep")
    assert found.anchor == "block-text-section"


def test_tables_without_headings(home):
    table = {
        "columns": [{"type": "text", "heading": "Day"}, {"type": "text", "heading": ""}],
        "rows": [{"values": ["Monday", "9 to 17"]}],
    }
    block = {"type": "table", "id": "t", "value": {"caption": "Hours", "table": table}}
    assert kinds(page_with(home, block)) == ["table-headings"]


def test_pictures_need_words_or_are_decorative(home):
    picture = ImageFactory()
    block = {"type": "image", "id": "i", "value": {"image": picture.pk, "alt": " "}}
    page = page_with(home, block)
    ContentPage.objects.filter(pk=page.pk).update(image=picture)  # as from before there was a rule
    check_by_key([page.pk])
    assert kinds(page) == ["no-alt", "no-alt"]
    page.image, page.image_is_decorative = picture, True
    page.body = body([{**block, "value": {**block["value"], "decorative": True}}])
    page.save()
    assert kinds(page) == []


def test_a_link_is_broken_once_its_page_is_withdrawn_and_whole_when_it_is_back(
    home, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        target = ContentPageFactory(parent=home)
        page = page_with(home, link_to(target))
    assert kinds(page) == []
    with django_capture_on_commit_callbacks(execute=True):
        target.unpublish()
    assert kinds(page) == ["page-unpublished"]
    with django_capture_on_commit_callbacks(execute=True):
        target.save_revision().publish()
    assert kinds(page) == []
    with django_capture_on_commit_callbacks(execute=True):
        ContentPage.objects.get(pk=target.pk).delete()
    assert kinds(page) == ["page-gone"]


def test_a_file_that_is_deleted(home, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        file = DocumentFactory()
        block = text(f'<p><a linktype="document" id="{file.pk}">The whole plan</a></p>')[0]
        page = page_with(home, block)
    assert kinds(page) == []
    with django_capture_on_commit_callbacks(execute=True):
        file.delete()
    assert kinds(page) == ["file-gone"]


def test_readers_of_a_page_for_some_may_read_what_is_for_the_same_people(
    home, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        inside = ContentPageFactory(parent=home)
        target = ContentPageFactory(parent=inside)
        outside = page_with(home, link_to(target))
        beside = ContentPageFactory(parent=inside, body=body([link_to(target)]))
    with django_capture_on_commit_callbacks(execute=True):
        inside.view_restrictions.create(restriction_type="login")
    assert kinds(outside) == ["page-restricted"]
    assert kinds(beside) == []


def test_drafts_may_lead_to_drafts(home):
    target = ContentPageFactory(parent=home, live=False)
    page = page_with(home, link_to(target), live=False)
    assert kinds(page) == []
    page.live = True
    page.save()
    assert kinds(page) == ["page-unpublished"]


def test_all_pages_are_looked_through_by_a_command(home, capsys):
    vague = text('<p><a href="https://example.org/">here</a></p>')
    page = page_with(home, *vague)
    PageFinding.objects.all().delete()
    call_command("check_pages")
    assert capsys.readouterr().out == "Checked 2 pages: 1 findings.\n"
    assert kinds(page) == ["vague-link"]


def test_findings_go_with_their_page(home):
    page = page_with(home, *text('<p><a href="https://example.org/">here</a></p>'))
    page.delete()
    assert not PageFinding.objects.exists()


def test_a_lasting_page_is_due_a_year_after_its_publication_or_review(home):
    page = ContentPageFactory(parent=home, last_published_at=datetime(2026, 5, 1, 12, tzinfo=UTC))
    page = BasePage.objects.get(pk=page.pk).specific
    page.save()
    assert page.due_for_review == date(2027, 5, 1)
    page.reviewed_on = date(2026, 6, 1)
    page.save()
    assert page.due_for_review == date(2027, 6, 1)
    page.review_due = date(2026, 12, 24)
    page.save()
    assert page.due_for_review == date(2026, 12, 24)


def test_drafts_and_dated_pages_are_not_due(home):
    draft = ContentPageFactory(parent=home, live=False)
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=home))
    assert draft.due_for_review is None
    assert news.due_for_review is None
