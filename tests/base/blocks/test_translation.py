"""wagtail-localize must see every word of a body, and put every translation back."""

import uuid

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments

from members.models import MemberHomePage
from tests.factories.base import DocumentFactory, ImageFactory, UserFactory


def with_ids(value):
    """Block and list items as the admin would save them."""
    if isinstance(value, list):
        return [
            {"type": "item", "value": with_ids(entry), "id": str(uuid.uuid4())} for entry in value
        ]
    if isinstance(value, dict) and "rows" not in value:
        return {key: with_ids(entry) for key, entry in value.items()}
    return value


def every_block(image: int, document: int, page: int) -> list[tuple[str, object]]:
    link = {"page": page, "label": "W link"}
    table = {
        "columns": [{"type": "text", "heading": "W column"}],
        "rows": [{"values": ["W cell"]}, {"values": ["W cell"]}],
    }
    return [
        ("heading", {"text": "W heading", "level": "h2"}),
        ("rich_text", "<p>W text</p>"),
        ("quote", {"text": "W quote", "speaker": "W speaker"}),
        ("accordion", {"items": [{"heading": "W question", "body": "<p>W answer</p>"}]}),
        ("image", {"image": image, "alt": "W alt", "caption": "W caption"}),
        ("gallery", {"images": [{"image": image, "alt": f"W {n}"} for n in ("one", "two")]}),
        ("embed", {"url": "https://youtu.be/aqz-KE-bpKQ", "title": "W film"}),
        ("documents", {"files": [{"document": document, "title": "W file"}]}),
        ("table", {"caption": "W hours", "table": table}),
        ("key_figures", {"figures": [{"value": "W 13", "label": "W people"}]}),
        ("people", {"people": [{"name": "W Ann", "bio": "W bio"}]}),
        ("timeline", {"entries": [{"date": "W 1850", "title": "W Act"}]}),
        ("call_to_action", {"heading": "W sign", "link": link}),
        ("cards", {"cards": [{"title": "W card", "link": link}, {"title": "W bare card"}]}),
        ("related_pages", {"heading": "W next", "pages": [page]}),
    ]


@pytest.fixture
def page(make_page) -> MemberHomePage:
    blocks = every_block(ImageFactory().pk, DocumentFactory().pk, make_page("Linked").pk)
    raw = [
        {"type": name, "value": with_ids(value), "id": str(uuid.uuid4())} for name, value in blocks
    ]
    page = make_page("Every block", body=raw)
    return MemberHomePage.objects.get(pk=page.pk)


def strings(page) -> list[StringSegmentValue]:
    return [
        segment
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue) and segment.path.startswith("body")
    ]


def test_every_word_of_every_block_is_offered_to_the_translator(page):
    assert {name for name, _ in every_block(0, 0, 0)} == set(page.body.stream_block.child_blocks)
    found = {segment.string.data for segment in strings(page)}
    words = {"heading", "text", "quote", "speaker", "question", "answer", "alt", "caption", "one"}
    words |= {"film", "file", "hours", "column", "cell", "13", "people", "Ann", "bio", "1850"}
    words |= {"Act", "sign", "link", "card", "bare card", "next"}
    assert {f"W {word}" for word in words} <= found


def test_translations_are_put_back_in_every_block(page, welsh):
    source = extract_segments(page)
    for segment in source:
        if isinstance(segment, StringSegmentValue):
            segment.string.data = segment.string.data.replace("W ", "Cymraeg ")
    translated = page.copy_for_translation(welsh)

    ingest_segments(page, translated, page.locale, welsh, source)

    text = " ".join(translated.body.stream_block.get_searchable_content(translated.body))
    assert "Cymraeg cell" in text
    assert "Cymraeg answer" in text
    assert "W " not in text


def test_a_row_put_in_between_moves_no_translation(page):
    before = {segment.path for segment in strings(page) if segment.string.data == "W cell"}
    table = next(child for child in page.body if child.block_type == "table").value["table"]
    table.row_data.insert(0, {"values": ["W new"]})
    assert before <= {segment.path for segment in strings(page)}


def test_the_translation_editor_opens_on_every_block(page, welsh, client):
    source, _ = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=welsh)
    translation.save_target(publish=False)
    client.force_login(UserFactory(superuser=True))

    translated = page.get_translation(welsh)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[translated.pk]))

    assert response.status_code == 200
    shown = response.content.decode()
    assert "W cell" in shown
    assert "W bare card" in shown


def test_the_page_editor_opens_on_every_block_and_asks_for_a_caption_once(page, client):
    client.force_login(UserFactory(superuser=True))

    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert response.status_code == 200
    assert "css/admin-tables.css" in response.content.decode()
