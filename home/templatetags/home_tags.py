"""What every page shows of the home app's pages, held in memory with the tree."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.template import Context
from django.utils.translation import get_language

from alliance.base import tree as trees
from alliance.base.models import BasePage, TopicText
from alliance.base.navigation import site_key

from ..enums import ContactPurpose
from ..models import HomePage

register = template.Library()


@dataclass(frozen=True)
class TopicLink:
    name: str
    url: str
    locale_code: str


def source_or(model: type[BasePage], request: HttpRequest) -> Any:
    """Pages of one type in the reader's language, or in the source language."""
    locale = trees.for_request(request).locale(get_language() or "")
    pages = model.objects.listable().filter(organisation=None).select_related("locale")
    return pages.in_locale_or_source(locale).order_by("path") if locale else pages.none()


def held(request: HttpRequest, name: str, read: Any) -> Any:
    return trees.for_request(request).keep((name, get_language(), site_key(request)), read)


def landmarks(request: HttpRequest) -> dict[str, str]:
    """The addresses that every page needs, by the name of the page type, in one query."""

    def read() -> dict[str, str]:
        problem = Q(contactpage__purpose=ContactPurpose.PROBLEM)
        pages = source_or(BasePage, request).filter(problem | Q(topicindexpage__isnull=False))
        return {
            page.specific_class._meta.model_name: page.get_url(request) or ""
            for page in reversed(pages)
        }

    return held(request, "landmarks", read)


@register.simple_tag(takes_context=True)
def outbound_links(context: Context) -> list[Any]:
    """The ways to join, give or buy that the home page names."""
    request = context["request"]

    def read() -> list[Any]:
        home = source_or(HomePage, request).first()
        return [link.value for link in home.outbound_links] if home else []

    return held(request, "outbound_links", read)


@register.simple_tag(takes_context=True)
def problem_url(context: Context) -> str:
    """Where to report a problem with the page that is being read; empty if nowhere."""
    return landmarks(context["request"]).get("contactpage", "")


@register.simple_tag(takes_context=True)
def topic_links(context: Context, page: BasePage) -> list[TopicLink]:
    """A page's topics in its language, or the best there is, each with its own page."""
    index_url = landmarks(context["request"]).get("topicindexpage", "")
    texts = TopicText.objects.filter(topic__pages=page.pk).select_related("locale")
    return [
        TopicLink(text.name, f"{index_url}{text.slug}/" if index_url else "", text.locale_code)
        for text in best_texts(texts, page.locale_code)
    ]


def best_texts(texts: Any, language_code: str) -> list[TopicText]:
    """One text for each topic: as `TextsMixin.text_in`, over rows of many topics."""
    chosen: dict[int, TopicText] = {}
    rank = {settings.LANGUAGE_CODE: 1, language_code: 0}
    for text in sorted(texts, key=lambda text: rank.get(text.locale_code, 2)):
        chosen.setdefault(text.topic_id, text)
    return sorted(chosen.values(), key=lambda text: text.name)
