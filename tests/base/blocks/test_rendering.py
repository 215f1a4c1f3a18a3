import re

import pytest
from django.utils.translation import override

from members.models import MemberHomePage
from tests.factories.base import DocumentFactory, ImageFactory


def item(**value):
    return {"type": "item", "value": value, "id": "1"}


def test_a_picture_shows_caption_and_credit(render, db):
    image = ImageFactory(credit="Ann Jones", licence="cc0")
    html = render(("image", {"image": image.pk, "alt": "Shelves", "caption": "At noon"}))

    assert 'alt="Shelves"' in html
    assert re.search(r'width="\d+" height="\d+"', html)
    assert "At noon" in html
    assert "Picture: Ann Jones" in html
    assert "CC0" in html


def test_a_credit_is_marked_with_its_language(render, db):
    image = ImageFactory(credit="Ann Jones, Harbour Library", rights_holder="The Harbour Trust")
    picture = ("image", {"image": image.pk, "alt": "Silffoedd"})

    assert "Picture: Ann Jones, Harbour Library · © The Harbour Trust" in render(picture)
    with override("cy"):
        html = render(picture)
    assert 'Llun: <span lang="en">Ann Jones, Harbour Library</span>' in html
    assert '© <span lang="en">The Harbour Trust</span>' in html


def test_a_decorative_picture_has_an_empty_alternative(render, db):
    html = render(("image", {"image": ImageFactory().pk, "alt": "", "decorative": True}))
    assert 'alt=""' in html


def test_items_stand_one_level_below_the_heading_above_them(render, db):
    answers = {"items": [item(heading="Who?", body="<p>All.</p>")]}

    assert "<h2" in render(("accordion", answers))
    below = render(("heading", {"text": "Questions", "level": "h2"}), ("accordion", answers))
    assert re.findall(r"<h(\d)", below) == ["2", "3"]


def test_a_link_leads_to_the_translation_that_the_reader_can_read(render, make_page, welsh):
    page = make_page("Plan")
    call = {"heading": "Read on", "link": {"page": page.pk, "url": "", "label": "Read"}}

    with override("cy"):
        html = render(("call_to_action", call))
        assert 'hreflang="en"' in html
        assert '<span class="language-tag" lang="en">English</span>' in html

        page.copy_for_translation(welsh).save_revision().publish()
        html = render(("call_to_action", call))
        assert 'href="/cy/plan/"' in html
        assert "hreflang" not in html


def test_a_link_to_a_withdrawn_page_is_left_out(render, make_page):
    page = make_page("Plan", live=False)
    link = {"page": page.pk, "url": "", "label": "Read the plan"}
    assert "Read the plan" not in render(("call_to_action", {"heading": "A", "link": link}))


def test_links_in_a_text_lead_to_the_readers_language_too(render, make_page, welsh):
    page = make_page("Plan")
    text = f'<p><a linktype="page" id="{page.pk}">plan</a></p>'

    assert '<a href="/en/plan/">' in render(("rich_text", text))
    with override("cy"):
        assert '<a href="/en/plan/" hreflang="en">' in render(("rich_text", text))
        page.copy_for_translation(welsh).save_revision().publish()
        assert '<a href="/cy/plan/">' in render(("rich_text", text))


def test_related_pages_are_only_those_that_anyone_may_read(render, make_page):
    shown, draft, private = make_page("Shown"), make_page("Draft", live=False), make_page("Private")
    private.view_restrictions.create(restriction_type="login")
    listed = (shown, draft, private)
    pages = [{"type": "item", "value": page.pk, "id": str(page.pk)} for page in listed]

    html = render(("related_pages", {"heading": "Next", "pages": pages}))

    assert "Shown" in html
    assert "Draft" not in html
    assert "Private" not in html


@pytest.mark.parametrize("name", ["cards", "related_pages", "gallery", "documents"])
def test_the_number_of_queries_does_not_grow(
    name, render, make_page, django_assert_num_queries, django_assert_max_num_queries
):
    def value(count: int) -> dict:
        if name == "gallery":
            image = ImageFactory()
            return {"images": [item(image=image.pk, alt="A") for _ in range(count)]}
        if name == "documents":
            return {"files": [item(document=DocumentFactory().pk) for _ in range(count)]}
        pages = [make_page(f"{name} {count} {n}").pk for n in range(count)]
        if name == "related_pages":
            return {"pages": [{"type": "item", "value": pk, "id": str(pk)} for pk in pages]}
        return {"cards": [item(title="A", link={"page": pk, "label": "B"}) for pk in pages]}

    few, many = value(2), value(9)
    for blocks in (few, many):  # renditions are made, file sizes read, once
        render((name, blocks))
    with django_assert_max_num_queries(8) as spent:
        render((name, few))
    with django_assert_num_queries(len(spent)):
        render((name, many))


def test_a_film_loads_nothing_before_the_reader_asks(render, db):
    film = {"url": "https://youtu.be/aqz-KE-bpKQ", "title": "A film", "provider": ""}
    html = render(("embed", film))

    outside_template = re.sub(r"<template>.*</template>", "", html, flags=re.DOTALL)
    assert "youtube-nocookie" in html
    assert "<iframe" not in outside_template
    assert "<img" not in outside_template
    assert 'href="https://youtu.be/aqz-KE-bpKQ"' in outside_template
    assert re.search(r"<button[^>]* hidden>", outside_template)


def test_a_file_says_its_type_size_and_language(render, db):
    document = DocumentFactory(title="Minutes", language="cy")
    html = render(("documents", {"files": [item(document=document.pk, title="")]}))

    assert "Minutes" in html
    assert "TXT" in html
    assert "12\xa0bytes" in html
    assert '<span lang="cy">Cymraeg</span>' in html


def test_a_files_own_title_is_in_its_language_and_a_title_given_here_in_the_pages(render, db):
    document = DocumentFactory(title="Cofnodion", language="cy")

    html = render(("documents", {"files": [item(document=document.pk, title="")]}))
    assert '<span lang="cy">Cofnodion</span>' in html
    html = render(("documents", {"files": [item(document=document.pk, title="Minutes")]}))
    assert ">Minutes</a>" in html


def test_the_credit_of_a_file_is_not_that_of_a_picture(render, db):
    document = DocumentFactory(credit="Ann Jones", licence="cc0")
    html = render(("documents", {"files": [item(document=document.pk, title="")]}))

    assert "By Ann Jones · Public domain (CC0)" in html
    assert "Picture" not in html


def test_a_table_has_a_caption_column_headings_and_a_region_to_scroll(render, db):
    table = {
        "columns": [{"type": "text", "heading": "Day"}, {"type": "number", "heading": "Visits"}],
        "rows": [{"values": ["Monday", "12"]}],
    }
    html = render(("table", {"caption": "Visits", "table": table, "row_headings": True}))

    assert 'role="region" tabindex="0" aria-label="Visits"' in html
    assert "<caption>Visits</caption>" in html
    assert '<th scope="col">Day</th>' in html
    assert '<th scope="row">Monday</th>' in html
    assert '<td class="number">12</td>' in html


def test_search_finds_words_and_captions_but_not_alternatives(db):
    body = MemberHomePage._meta.get_field("body").stream_block
    image = {"image": ImageFactory(), "alt": "Seen only", "caption": "At noon"}
    table = {"caption": "Hours", "table": {"columns": [], "rows": []}}
    value = body.normalize([("image", image), ("table", table), ("heading", {"text": "Part"})])

    words = " ".join(body.get_searchable_content(value))

    assert "At noon" in words
    assert "Hours" in words
    assert "Part" in words
    assert "Seen only" not in words
    assert "Heading" not in words
