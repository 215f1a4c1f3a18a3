"""Tokens where people write: a menu to insert them, and a chip with name and present number."""

import re
from typing import Any

from django.utils.html import json_script
from django.utils.safestring import SafeString
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from . import tree as trees
from .languages import language_worked_in
from .own_words import gettext_lazy as _
from .own_words.words import OwnWords
from .text_tokens import LINK_TYPE, placeholder, text_tokens, value_of

FEATURE = "number"
ENTITY = "TEXT-TOKEN"
NAME = re.compile(r"[a-z][a-z_]*")
INSERT, CANCEL = _("Insert a number"), _("Cancel")


class TokenHandler(InlineEntityElementHandler):
    mutability = "IMMUTABLE"

    def __init__(self) -> None:
        super().__init__(ENTITY)

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        return {"token": attrs.get("token", "")}

    def handle_endtag(self, name: str, state: Any, contentstate: Any) -> None:
        """The chip says the token's name in the editor's language, whatever was stored."""
        reach = state.current_entity_ranges[-1]
        token = contentstate.entity_map[reach.key].data["token"]
        block = state.current_block
        block.text = block.text[: reach.offset] + label_of(token)
        super().handle_endtag(name, state, contentstate)


def token_element(props: dict[str, Any]) -> Any:
    """As it is stored. What is no name came from no menu of ours, and is plain text."""
    name = props.get("token") or ""
    if not NAME.fullmatch(name):
        return DOM.create_element("span", {}, props["children"])
    return DOM.create_element("a", {"linktype": LINK_TYPE, "token": name}, placeholder(name))


def label_of(name: str) -> str:
    """An app may have gone, and its tokens still stand in texts."""
    token = text_tokens().get(name)
    return spoken(token.label)[0] if token else placeholder(name)


def spoken(words: Any) -> tuple[str, str]:
    """Text and language of words of ours for whoever reads the admin."""
    text = str(words)
    return (text.translated, text.language) if isinstance(text, OwnWords) else (text, "en")


def menu_data() -> SafeString:
    """Read by text-tokens.js: one list for all editors of a page, with the numbers of now."""
    tree, language = trees.current(), language_worked_in()
    tokens = [
        {"name": token.name, "label": spoken(token.label)[0], "lang": spoken(token.label)[1]}
        | {"value": value_of(token, tree, language)}
        for token in text_tokens().values()
    ]
    words = {"insert": spoken(INSERT)[0], "cancel": spoken(CANCEL)[0], "lang": spoken(INSERT)[1]}
    return json_script({"tokens": tokens, "words": words}, "text-tokens")


def register(features: FeatureRegistry) -> None:
    options = {"type": ENTITY, "icon": "list-ol", "description": INSERT, "attributes": ["token"]}
    script, look = ["js/text-tokens.js"], {"all": ["css/text-tokens.css"]}
    feature = EntityFeature(options, js=script, css=look)
    features.register_editor_plugin("draftail", FEATURE, feature)
    rule = {
        "from_database_format": {f'a[linktype="{LINK_TYPE}"]': TokenHandler()},
        "to_database_format": {"entity_decorators": {ENTITY: token_element}},
    }
    features.register_converter_rule("contentstate", FEATURE, rule)
