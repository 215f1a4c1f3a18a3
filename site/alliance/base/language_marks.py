"""Lets an editor say which language a phrase is in, so that it is read aloud as it sounds."""

from typing import Any

from django.conf import settings
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import Feature
from wagtail.rich_text.feature_registry import FeatureRegistry

from .templatetags.base_tags import language_name

NAME = "language"


def style(code: str) -> str:
    return f"LANGUAGE-{code.upper()}"


class LanguageFeature(Feature):
    """One button a language, all under one name, so that adding a language changes no field."""

    def construct_options(self, options: dict[str, Any]) -> None:
        for code in settings.SITE_LANGUAGES:
            control = {
                "type": style(code),
                "label": code,
                "description": language_name(code),
                "style": {"borderBottom": "1px dotted"},
            }
            options.setdefault("inlineStyles", []).append(control)


def conversion_rule() -> dict[str, Any]:
    codes = settings.SITE_LANGUAGES
    return {
        "from_database_format": {
            f'span[lang="{code}"]': InlineStyleElementHandler(style(code)) for code in codes
        },
        "to_database_format": {
            "style_map": {
                style(code): {"element": "span", "props": {"lang": code}} for code in codes
            }
        },
    }


def register(features: FeatureRegistry) -> None:
    features.register_editor_plugin("draftail", NAME, LanguageFeature())
    features.register_converter_rule("contentstate", NAME, conversion_rule())
