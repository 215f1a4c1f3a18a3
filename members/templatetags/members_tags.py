from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from alliance.base.models import BasePage

from .. import directory, members_only, queries, shown_programmes
from ..enums import Kind, Nation
from ..models import MemberHomePage, Organisation

register = template.Library()


@register.simple_tag(takes_context=True)
def member_cards(context: Context) -> list[MemberHomePage]:
    """For `components/member_card.html`: each member's home, in order of their names."""
    return directory.member_cards(context["request"])


@register.simple_tag(takes_context=True)
def home_of(context: Context, organisation: Organisation) -> MemberHomePage | None:
    """An organisation's published section, if it has one; costs no query with warm caches."""
    homes = directory.section_cards(context["request"], organisation.is_programme)
    return next((page for page in homes if page.organisation_id == organisation.pk), None)


@register.simple_tag(takes_context=True)
def programmes_of(context: Context, organisation: Organisation | None) -> list[MemberHomePage]:
    """Those that a member runs with others; costs no query with warm caches."""
    return shown_programmes.programmes_of(context["request"], organisation)


@register.simple_tag(takes_context=True)
def filter_address(context: Context, name: str, value: str = "") -> str:
    """The address of the same list with one filter changed; the part of a list starts anew."""
    asked = context["request"].GET.copy()
    asked.pop("page", None)
    asked.pop(name, None)
    if value:
        asked[name] = value
    return f"?{asked.urlencode()}"


@register.simple_tag
def latest_from(page: MemberHomePage) -> queries.Latest:
    return queries.latest_from(page)


@register.simple_tag
def brand_stylesheet(organisation: Organisation | None) -> SafeString:
    """The `<link>` to an organisation's colours; nothing without an organisation or colours."""
    url = organisation.brand_url if organisation else ""
    return format_html('<link rel="stylesheet" href="{}">', url) if url else SafeString("")


@register.filter
def is_for_members(page: BasePage) -> bool:
    """Whether the people of all members read it, and readers of the site do not."""
    return any(map(members_only.is_for_members, getattr(page, "held_restrictions", None) or []))


@register.filter
def kind_labels(organisation: Organisation) -> list[Any]:
    return [Kind(value).label for value in organisation.kinds if value in Kind.values]


@register.filter
def nation_labels(organisation: Organisation) -> list[Any]:
    return [Nation(value).label for value in organisation.nations if value in Nation.values]


@register.filter
def tel(phone: str) -> str:
    """A telephone number as an address to call; empty without a number."""
    digits = "".join(letter for letter in phone if letter in "+0123456789")
    return f"tel:{digits}" if digits else ""


@register.filter
def without_scheme(url: str) -> str:
    """An address as people say it: example.org/library."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")
