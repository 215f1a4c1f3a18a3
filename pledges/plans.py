"""Plans of action as readers see them: facts from the source language, words from their own.

A translation may be old. What is done, when and by whom is therefore never read from it,
so that a plan shows the same progress in every language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Locale

from alliance.base import tree as trees
from alliance.base.navigation import site_key
from members.models import Organisation

from .blocks import MilestoneValue
from .models import Action, PledgePage


@dataclass(frozen=True)
class Step:
    """A milestone: `fact` from the source language, and its words with their language."""

    fact: MilestoneValue
    text: MilestoneValue
    lang: str


@dataclass(frozen=True)
class Progress:
    facts: tuple[MilestoneValue, ...]

    @property
    def total(self) -> int:
        return len(self.facts)

    @property
    def done(self) -> int:
        return sum(milestone.is_done for milestone in self.facts)

    @property
    def late(self) -> int:
        return sum(milestone.is_late for milestone in self.facts)


@dataclass(frozen=True)
class PlannedAction:
    fact: Action
    text: Action
    lang: str
    organisations: list[Organisation]
    steps: list[Step]

    @property
    def progress(self) -> Progress:
        return Progress(tuple(step.fact for step in self.steps))


@dataclass(frozen=True)
class Plan:
    """A pledge with all that it leads to."""

    page: PledgePage
    actions: list[PlannedAction]

    @property
    def steps(self) -> list[Step]:
        return [step for action in self.actions for step in action.steps]

    @property
    def progress(self) -> Progress:
        return Progress(tuple(step.fact for step in self.steps))

    @property
    def next_step(self) -> Step | None:
        """What is to be done first; that may be late already."""
        open_steps = [step for step in self.steps if not step.fact.is_done]
        return min(open_steps, key=lambda step: step.fact["due_on"] or date.max, default=None)


def plans(request: HttpRequest) -> list[Plan]:
    """Every published pledge in the reader's language or else its source.

    Held in memory until a page, an action or an organisation changes.
    """
    tree = trees.for_request(request)
    language = get_language() or ""
    locale = tree.locale(language)

    key = ("plans", language, site_key(request))
    return tree.keep(key, lambda: published_plans(locale)) if locale else []


def published_plans(locale: Locale) -> list[Plan]:
    pages = PledgePage.objects.listable().in_locale_or_source(locale).select_related("locale")
    return read_plans(list(pages.with_facts_page().in_order()))


def plan_for(request: HttpRequest, page: PledgePage) -> Plan:
    """The plan of one page: as it is held, or as its editor sees it in a preview."""
    if not getattr(request, "is_preview", False):
        held = next((plan for plan in plans(request) if plan.page.pk == page.pk), None)
        if held:
            return held
    texts = list(page.actions.all())
    facts_page_id = find_facts_page_id(page)
    if facts_page_id in (None, page.pk):
        return make_plan(page, texts, texts)
    return make_plan(page, actions_of([facts_page_id]), texts)


def find_facts_page_id(page: PledgePage) -> int | None:
    pages = PledgePage.objects.filter(pk=page.pk).with_facts_page()
    return pages.values_list("facts_page_id", flat=True).first()


def read_plans(pages: list[Any]) -> list[Plan]:
    actions = actions_of({page.pk for page in pages} | {page.facts_page_id for page in pages})
    of_page: dict[int, list[Action]] = {}
    for action in actions:
        of_page.setdefault(action.page_id, []).append(action)
    return [
        make_plan(page, of_page.get(page.facts_page_id, []), of_page.get(page.pk, []))
        for page in pages
    ]


def actions_of(page_ids: Iterable[int]) -> list[Action]:
    actions = Action.objects.filter(page_id__in=page_ids).select_related("locale")
    return list(actions.prefetch_related("organisations__texts").order_by("sort_order"))


def make_plan(page: PledgePage, facts: list[Action], texts: list[Action]) -> Plan:
    words = {action.translation_key: action for action in texts}
    return Plan(page, [plan_action(fact, words.get(fact.translation_key, fact)) for fact in facts])


def plan_action(fact: Action, text: Action) -> PlannedAction:
    words = {child.id: child.value for child in text.milestones}
    source, target = fact.locale.language_code, text.locale.language_code
    steps = [
        Step(child.value, words.get(child.id, child.value), target if child.id in words else source)
        for child in fact.milestones
    ]
    return PlannedAction(fact, text, target, list(fact.organisations.all()), steps)
