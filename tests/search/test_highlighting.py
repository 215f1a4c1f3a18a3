import pytest

from search.highlighting import highlight, snippet
from search.languages import analyser_for
from search.terms import parse


def marked(text, query, language="en"):
    analyser = analyser_for(language)
    return str(highlight(analyser, text, parse(analyser, query)))


def passages(text, query, language="en"):
    analyser = analyser_for(language)
    return [str(passage) for passage in snippet(analyser, text, parse(analyser, query))]


@pytest.mark.parametrize(
    ("language", "query", "text", "expected"),
    [
        ("en", "library", "Two libraries.", "Two <mark>libraries</mark>."),
        ("cy", "Cymru", "Pobl yng Nghymru.", "Pobl yng <mark>Nghymru</mark>."),
        ("cy", "llyfrgell", "Gwaith i'r llyfrgell", "Gwaith i&#x27;r <mark>llyfrgell</mark>"),
        ("gd", "sràid", "Air an t-sràid", "Air an t-<mark>sràid</mark>"),
        ("cy", "ty", "Hen dŷ", "Hen <mark>dŷ</mark>"),
    ],
)
def test_marks_the_word_as_it_stands(language, query, text, expected):
    assert marked(text, query, language) == expected


def test_escapes_all_else():
    text = 'Books <script>alert("x")</script> & <mark>more</mark> books'
    assert "<script>" not in marked(text, "book")
    assert marked(text, "book").count("<mark>") == 2
    assert marked("a <script> b", "script") == "a &lt;<mark>script</mark>&gt; b"


def test_shows_the_passage_with_most_of_the_words():
    text = "A map. " + "Filler words here. " * 40 + "The oldest map of Wales. " + "More. " * 60
    (passage,) = passages(text, "map wales")
    assert "oldest <mark>map</mark> of <mark>Wales</mark>" in passage
    assert passage.startswith("… ")
    assert passage.endswith(" …")


def test_shows_two_passages_where_the_words_are_far_apart():
    text = "Maps. " + "Filler words here. " * 40 + "Wales. " + "More filler. " * 40
    assert [passage.count("<mark>") for passage in passages(text, "wales map")] == [1, 1]


def test_shows_the_beginning_when_only_the_title_matched():
    assert passages("Four words stand here.", "absent") == ["Four words stand here."]


def test_an_empty_text_has_no_passage():
    assert passages("", "book") == []


def test_fields_are_set_apart():
    assert passages("Skills\nA book.", "book") == ["Skills · A <mark>book</mark>."]
