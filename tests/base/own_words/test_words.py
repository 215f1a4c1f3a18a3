"""A text of ours is English to whatever keeps it, and in two languages to HTML."""

import json
import pickle

import pytest
from django.utils import translation
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as wagtails

from alliance.base.own_words import gettext, gettext_lazy, pgettext
from alliance.base.own_words.marks import resolve
from alliance.base.own_words.words import OwnWords, join, reader

WELSH = '<span lang="cy">{}</span>'


@pytest.fixture
def welsh_reader():
    with translation.override("en"):
        token = reader.set("cy")
        yield
        reader.reset(token)


def html(text):
    return resolve(format_html("{}", text))


def test_ours_are_in_the_readers_language_and_others_are_not(welsh_reader):
    assert html(gettext("audience")) == WELSH.format("cynulleidfa")
    assert html(pgettext("milestone", "Done")) == WELSH.format("Wedi’i chyrraedd")
    assert html(wagtails("audience")) == "audience"


def test_whatever_keeps_a_text_keeps_english(welsh_reader):
    words = gettext("audience")
    assert words == str(words) == "audience"
    assert json.dumps(words) == '"audience"'
    assert "".join([words]) == f"{words:<3}" == "audience"
    assert pickle.loads(pickle.dumps(words)) == "audience"  # noqa: S301


def test_a_lazy_text_is_in_the_language_of_the_moment():
    label = capfirst(gettext_lazy("audience"))
    with translation.override("en"):
        token = reader.set("gd")
        assert html(label) == '<span lang="gd">Luchd-amais</span>'
        reader.reset(token)
        assert html(label) == "Audience"
    with translation.override("cy"):
        assert html(label) == "Cynulleidfa"


def test_a_page_in_the_readers_language_needs_no_mark(welsh_reader):
    with translation.override("cy"):
        assert html(gettext("audience")) == "cynulleidfa"


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_what_wagtail_does_to_a_label_is_done_to_both(welsh_reader, change):
    words = getattr(gettext_lazy("audience"), change.__name__)()
    assert html(words) == WELSH.format(change("cynulleidfa"))


def test_what_is_put_into_a_sentence_stays_in_it(welsh_reader):
    sentence = OwnWords("The %(field)s of %(name)s", "%(field)s %(name)s", "cy")
    filled = sentence % {"field": gettext("audience"), "name": "<Ann>"}
    assert filled == "The audience of <Ann>"
    assert html(filled) == WELSH.format("cynulleidfa &lt;Ann&gt;")


def test_a_text_of_ours_beside_another_is_english_with_it(welsh_reader):
    assert html(gettext("audience") + " (1)") == "audience (1)"
    assert html("Add " + gettext("audience")) == "Add audience"


def test_several_of_ours_stand_in_a_row(welsh_reader):
    assert html(join([gettext("audience"), "Title"])) == WELSH.format("cynulleidfa, Title")
    assert html(join(["Slug", "Title"])) == "Slug, Title"
