import ast
import csv
from pathlib import Path

import pytest

from search import languages
from search.languages import analyser_for

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.tsv"))


def rows(path):
    return list(csv.reader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_a_token_says_where_it_stands():
    text = "Mae'n llyfrgell"
    token = list(analyser_for("cy").tokens(text))[-1]
    assert (token.word, text[token.start : token.end], token.position) == (
        "llyfrgell",
        "llyfrgell",
        2,
    )


def test_a_regional_variant_is_read_as_its_language():
    assert analyser_for("en-gb").lemma("libraries") == "library"


@pytest.mark.parametrize("code", ["xx", "base", "../en", ""])
def test_an_unknown_language_has_words_too(code):
    assert [token.word for token in analyser_for(code).tokens("Ŵyn, Libraries!")] == [
        "ŵyn",
        "libraries",
    ]


def test_a_language_without_spaces_is_read_sign_by_sign():
    assert [token.word for token in analyser_for("zh").tokens("图书馆 abc")] == [*"图书馆", "abc"]


def test_vowel_signs_belong_to_their_word():
    assert [token.word for token in analyser_for("hi").tokens("पुस्तकालय")] == ["पुस्तकालय"]


def test_accented_and_plain_forms_are_both_kept():
    assert analyser_for("cy").forms("dŷ") == ("tŷ", ("dy", "ty"))


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_no_pair_is_a_special_case(path):
    """A rule that names the words it is judged by proves nothing."""
    source = Path(languages.__file__).with_name(f"{path.stem}.py").read_text(encoding="utf-8")
    written = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            written.update(node.value.lower().split())
    analyser = analyser_for(path.stem)
    for _, _, query, _ in rows(path):
        words = {token.word for token in analyser.tokens(query)}
        assert not {word for word in words & written if not analyser.is_stop_word(word)}
