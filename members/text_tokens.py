"""What a text may count of the organisations."""

from wagtail.models import Locale

from alliance.base.own_words import gettext_lazy as _
from alliance.base.text_tokens import TextToken
from alliance.base.tree import Tree

from .directory import published_sections
from .enums import Kind
from .models import Organisation


def count_members(tree: Tree, locale: Locale) -> int:
    """As many as the directory lists in this language."""
    return published_sections(locale, is_programme=False).count()


def count_partners(tree: Tree, locale: Locale) -> int:
    """Who is named beside the members, but for those who give money alone."""
    others = Organisation.objects.filter(is_member=False, is_programme=False)
    return others.exclude(kinds=[Kind.FUNDER]).count()


def tokens() -> list[TextToken]:
    return [
        TextToken("members", _("Number of members"), count_members),
        TextToken("partners", _("Number of partners"), count_partners),
    ]
