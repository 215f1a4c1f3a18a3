"""Where a line may end."""

import pytest

from alliance.base.typography import keep_prefixes
from tests.factories.home import ContentPageFactory


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<p>A h-uile leabhar</p>", "-uile"),
        ("<p>(an t-sluaigh)</p>", "-sluaigh"),
        ("<h1>E-bost</h1>", "-bost"),
        ("<li>wyneb yn wyneb ac ar-lein.</li>", "-lein"),
    ],
)
def test_a_short_prefix_stays_with_its_word(text, kept):
    assert f'<span class="whole">{kept}</span>' in keep_prefixes(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>luchd-obrach</p>",  # two words, between which a line may end
        "<p>09:30-12:00, A4-B5-C6, - a -</p>",
        "<p>co-chomhairleachaidhean</p>",  # too long for a narrow screen
        '<a class="a-bc" title="h-uile">leabhar</a>',
        "<option>E-bost</option><textarea>h-uile</textarea>",
    ],
)
def test_all_else_stays_as_it_is(text):
    assert keep_prefixes(text) == text


@pytest.mark.django_db
def test_a_page_keeps_its_short_prefixes(client, home):
    ContentPageFactory(parent=home, slug="all", title="A h-uile <b>bloc</b>")
    text = client.get("/en/all/").content.decode()
    assert '<h1>A h<span class="whole">-uile</span> &lt;b&gt;bloc&lt;/b&gt;</h1>' in text
    assert "<title>A h-uile &lt;b&gt;" in text
