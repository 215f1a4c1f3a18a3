"""The names of things, as Wagtail sets them into its headings, lists and reports."""

import pytest
from django.apps import apps
from django.utils.translation import override

OURS = ("home", "members", "pledges", "search", "base", "translation")
MODELS = [model for name in OURS for model in apps.get_app_config(name).get_models()]


def plural_of(model):
    with override("en"):
        return str(model._meta.verbose_name_plural)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_name_survives_being_written_with_capitals(model):
    """Wagtail's report of page types makes “Member’S Home Page” of “member’s home page”."""
    with override("en"):
        assert "’" not in str(model._meta.verbose_name)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_plural_is_english(model):
    """Django adds an s and makes “list of eventss”, which heads the pages of a type."""
    assert not plural_of(model).endswith("ss")
