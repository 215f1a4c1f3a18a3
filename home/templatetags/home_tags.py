"""What every page shows of the home app's pages, held in memory with the tree."""

from dataclasses import dataclass, replace
from typing import Any

from django import template
from django.conf import settings
from django.db.models import F, Q
from django.http import HttpRequest
from django.template import Context
from django.utils.translation import get_language

from alliance.base import tree as trees
from alliance.base.models import BasePage, TopicText
from alliance.base.navigation import site_key

from ..enums import ContactPurpose

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


@dataclass(frozen=True)
class Landmarks:
    """What every page leads to: the list of topics, the form for problems, ways to help."""

    topics: str = ""
    problem: str = ""
    outbound: tuple[Any, ...] = ()


def landmarks(request: HttpRequest) -> Landmarks:
    return held(request, "landmarks", lambda: read_landmarks(request))


def read_landmarks(request: HttpRequest) -> Landmarks:
    topics = Q(topicindexpage__isnull=False)
    problem = Q(contactpage__purpose=ContactPurpose.PROBLEM)
    pages = source_or(BasePage, request).filter(topics | problem | Q(homepage__isnull=False))
    pages = pages.annotate(
        is_topics=topics, is_problem=problem, outbound=F("homepage__outbound_links")
    )
    found = Landmarks()
    for page in reversed(pages):
        if page.is_topics:
            found = replace(found, topics=page.get_url(request))
        elif page.is_problem:
            found = replace(found, problem=page.get_url(request))
        else:
            found = replace(found, outbound=tuple(link.value for link in page.outbound))
    return found


@register.simple_tag(takes_context=True)
def outbound_links(context: Context) -> tuple[Any, ...]:
    """The ways to join, give or buy that the home page names."""
    return landmarks(context["request"]).outbound


@register.simple_tag(takes_context=True)
def problem_url(context: Context) -> str:
    """Where to report a problem with the page that is being read; empty if nowhere."""
    return landmarks(context["request"]).problem


@register.simple_tag(takes_context=True)
def topic_links(context: Context, page: BasePage) -> list[TopicLink]:
    """A page's topics in its language, or the best there is, each with its own page."""
    request = context["request"]
    wanted = getattr(page, "topic_ids", None)
    if wanted is None:
        wanted = [topic.pk for topic in page.topics.all()]
    if not wanted:
        return []
    texts = trees.for_request(request).keep("topic_texts", read_topic_texts)
    own = [text for text in texts if text.topic_id in wanted]
    index_url = landmarks(request).topics
    return [
        TopicLink(text.name, f"{index_url}{text.slug}/" if index_url else "", text.locale_code)
        for text in best_texts(own, page.locale_code)
    ]


def read_topic_texts() -> list[TopicText]:
    return list(TopicText.objects.select_related("locale"))


def best_texts(texts: list[TopicText], language_code: str) -> list[TopicText]:
    """One text for each topic: as `TextsMixin.text_in`, over rows of many topics."""
    chosen: dict[int, TopicText] = {}
    rank = {settings.LANGUAGE_CODE: 1, language_code: 0}
    for text in sorted(texts, key=lambda text: rank.get(text.locale_code, 2)):
        chosen.setdefault(text.topic_id, text)
    return sorted(chosen.values(), key=lambda text: text.name)
