from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.contrib.routable_page.models import path

from alliance.base import navigation
from alliance.base.enums import PageKind
from alliance.base.models import BasePage, Topic
from alliance.base.own_words import gettext_lazy as _
from alliance.base.paging import paginate
from alliance.base.queries import BasePageQuerySet

from ..feeds import ENTRIES, atom_feed
from .routable import RoutablePage


class TopicIndexPage(RoutablePage):
    """All topics; below it, each topic's page and feed."""

    kind = PageKind.INDEX
    page_description = _("Shows all topics, each with a page and a feed of its own.")
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    shown: Topic | None = None

    class Meta:
        verbose_name = _("list of topics")
        verbose_name_plural = _("lists of topics")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "topics": self.topics_by_name() if self.shown is None else []}

    def topics_by_name(self) -> list[Topic]:
        found = [topic for topic in Topic.objects.with_texts() if topic.text_in(self.locale_code)]
        return sorted(found, key=lambda topic: topic.text_in(self.locale_code).name)

    @path("<slug:slug>/")
    def topic_page(self, request: HttpRequest, slug: str) -> HttpResponse:
        topic = self.show(request, slug)
        pages = paginate(request, self.pages_about(topic).for_cards())
        context = {**self.get_context(request), "page_obj": pages}
        return TemplateResponse(request, "home/topic_page.html", context)

    @path("<slug:slug>/feed/")
    def topic_feed(self, request: HttpRequest, slug: str) -> HttpResponse:
        topic = self.show(request, slug)
        pages = self.pages_about(topic).in_locale(self.locale).for_cards()[:ENTRIES]
        return atom_feed(request, self, pages, part=topic.key)

    def find(self, slug: str) -> Topic:
        """By its name in this language or, where it has none, by the one it falls back to."""
        topics = Topic.objects.filter(texts__slug=slug).distinct().with_texts()
        for topic in topics:
            if topic.text_in(self.locale_code).slug == slug:
                return topic
        raise Http404

    def show(self, request: HttpRequest, slug: str) -> Topic:
        """Speak of one topic: title, address, way back and translations become the topic's."""
        topic = self.find(slug)
        tree = navigation.trees.for_request(request)
        own = navigation.menu_item(request, self, tree)
        self.held_breadcrumbs = [*navigation.breadcrumbs(request, self), own]
        found = navigation.translations_by_language(request, self)
        self.held_translations = {
            code: TopicIndexPage.speaking_of(topic, page) for code, page in found.items()
        }
        self.shown = topic
        self.title, self.summary = self.text.name, self.text.description
        self.seo_title = self.search_description = ""
        return topic

    @classmethod
    def speaking_of(cls, topic: Topic, page: BasePage) -> "TopicIndexPage":
        other = cls(**{field: getattr(page, field) for field in ("pk", "url_path", "locale")})
        other.shown = topic
        return other

    @property
    def text(self) -> Any:
        return self.shown.text_in(self.locale_code) if self.shown else None

    def get_paths_below(self) -> list[str]:
        slugs = [topic.text_in(self.locale_code).slug for topic in self.topics_by_name()]
        return [path for slug in slugs for path in (f"{slug}/", f"{slug}/feed/")]

    def pages_about(self, topic: Topic) -> BasePageQuerySet:
        pages = BasePage.objects.listable().gathered().filter(topics=topic)
        pages = pages.exclude(resourcepage__expires_on__lt=timezone.localdate())
        return pages.in_locale_or_source(self.locale).newest_first()

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        parts = super().get_url_parts(request)
        if parts is None or self.shown is None:
            return parts
        site_id, root_url, page_path = parts
        return site_id, root_url, f"{page_path}{self.text.slug}/"
