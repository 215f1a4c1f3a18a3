"""A text in which nothing was typed is none: no heading stands above it, no rule is met by it."""

import pytest
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.test.utils.form_data import rich_text

from alliance.base.rich_text import SHORT_TEXT_FEATURES


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("<p> </p><p>\u00a0</p>", ""),
        ("<p>Steps and lifts.</p>", "Steps and lifts."),
        ("<ul><li>Lifts</li></ul>", "Lifts"),
    ],
)
def test_what_a_browser_sends_of_a_text_is_kept_only_if_there_are_words(db, typed, kept):
    widget = get_rich_text_editor_widget("default", features=SHORT_TEXT_FEATURES)
    value = widget.value_from_datadict({"text": rich_text(typed)}, {}, "text")
    assert kept in value
    assert bool(value) == bool(kept)
