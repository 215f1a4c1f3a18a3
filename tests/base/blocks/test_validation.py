import pytest
from django.core.exceptions import ValidationError

from alliance.base.blocks import BodyBlock, LinkBlock
from alliance.base.blocks.embeds import PROVIDERS
from tests.factories.base import ImageFactory

pytestmark = pytest.mark.django_db
body = BodyBlock()


def clean(name, value):
    block = body.child_blocks[name]
    return block.clean(block.to_python(value))


def complaints(name, value) -> str:
    with pytest.raises(ValidationError) as caught:
        clean(name, value)
    return str(caught.value.as_json_data())


def test_a_picture_needs_words_or_to_be_decorative():
    image = ImageFactory()

    assert "Describe the picture" in complaints("image", {"image": image.pk})
    assert "decorative picture has no words" in complaints(
        "image", {"image": image.pk, "alt": "Shelves", "decorative": True}
    )
    assert clean("image", {"image": image.pk, "alt": "Shelves"})["alt"] == "Shelves"
    assert clean("image", {"image": image.pk, "decorative": True})["decorative"]


def test_a_person_needs_no_picture_but_a_picture_needs_words():
    assert clean("people", {"people": [{"name": "Ann"}]})
    assert "Describe the picture" in complaints(
        "people", {"people": [{"name": "Ann", "image": ImageFactory().pk}]}
    )


def test_a_link_leads_to_one_place(make_page):
    page, url, block = make_page("Plan"), "https://example.org/", LinkBlock()

    for both_or_none in ({"page": page.pk, "url": url}, {}):
        with pytest.raises(ValidationError) as caught:
            block.clean(block.to_python({"label": "Read the plan", **both_or_none}))
        assert "one of the two" in str(caught.value.as_json_data())

    assert block.clean(block.to_python({"label": "Read the plan", "page": page.pk})).is_shown


def test_a_card_may_have_no_link_but_no_half_of_one():
    assert clean("cards", {"cards": [{"title": "Skills"}]})
    half = {"cards": [{"title": "Skills", "link": {"url": "https://example.org/"}}]}
    assert "Give the link its words" in complaints("cards", half)


def test_headings_skip_no_level():
    value = body.normalize([("heading", {"text": "Too deep", "level": "h3"})])
    with pytest.raises(ValidationError) as caught:
        body.clean(value)
    assert "level above" in str(caught.value.as_json_data())

    body.clean(
        body.normalize(
            [("heading", {"text": "Part", "level": "h2"}), ("rich_text", "<h3>Within</h3>")]
        )
    )


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        (
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
            "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
        ),
        ("https://youtu.be/aqz-KE-bpKQ", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"),
        ("https://vimeo.com/1084537", "https://player.vimeo.com/video/1084537?dnt=1"),
        ("https://archive.org/details/some.film", "https://archive.org/embed/some.film"),
    ],
)
def test_a_film_plays_in_its_providers_most_private_player(url, frame):
    assert clean("embed", {"url": url, "title": "A film"}).frame_url == frame


def test_a_film_from_anywhere_else_is_refused_with_the_names_of_those_known():
    said = complaints("embed", {"url": "https://evil.example/watch?v=aqz-KE-bpKQ", "title": "A"})
    assert "YouTube, Vimeo, Internet Archive" in said


def test_a_table_needs_a_caption_columns_with_headings_and_rows():
    named = {"type": "text", "heading": "Day"}
    table = {"columns": [{"type": "text", "heading": ""}], "rows": [{"values": ["1"]}]}
    assert "caption" in complaints("table", {"table": {**table, "columns": [named]}})
    assert "heading" in complaints("table", {"caption": "Hours", "table": table})
    assert "columns and rows" in complaints("table", {"caption": "Hours", "table": None})


def test_the_content_policy_lets_every_known_player_in(settings):
    allowed = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"]
    for provider in PROVIDERS:
        assert any(provider.frame.startswith(f"{host}/") for host in allowed), provider.name
