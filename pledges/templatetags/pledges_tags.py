from dataclasses import dataclass

from django import template
from django.template import Context

from members.models import Organisation

from ..plans import Plan, PlannedAction, plans

register = template.Library()


@dataclass(frozen=True)
class Commitment:
    """An action that an organisation answers for, and the pledge it belongs to."""

    plan: Plan
    action: PlannedAction


@register.simple_tag(takes_context=True)
def pledge_cards(context: Context) -> list[Plan]:
    """Every pledge with its progress, in order, in the reader's language or else its source."""
    return plans(context["request"])


@register.simple_tag(takes_context=True)
def commitments_of(context: Context, organisation: Organisation | None) -> list[Commitment]:
    return [
        Commitment(plan, action)
        for plan in plans(context["request"])
        for action in plan.actions
        if organisation in action.organisations
    ]
