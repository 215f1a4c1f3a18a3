from wagtail.admin.rich_text import DraftailRichTextArea

from alliance.base.rich_text import RICH_TEXT_FEATURES

PHRASE = 'Ask for <span lang="gd">leabharlann</span>'


def test_an_editor_can_mark_the_language_of_a_phrase():
    editor = DraftailRichTextArea(features=RICH_TEXT_FEATURES)

    state = editor.format_value(f"<p>{PHRASE}.</p>")

    assert '"style": "LANGUAGE-GD"' in state
    assert PHRASE in editor.value_from_datadict({"text": state}, {}, "text")
    assert "Gàidhlig" in str(editor.options)
