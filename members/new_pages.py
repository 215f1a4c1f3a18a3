"""What a section gets most often, one click from the home of the admin."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail import hooks

from alliance.base.models import BasePage

from .models import MemberHomePage

HOOK = "register_new_pages"


@dataclass(frozen=True)
class NewPage:
    """Apps give theirs by the hook `register_new_pages`, whose function returns a list of them.

    One without a list to stand in stands directly below the section's home page.
    """

    label: Any
    model: type[BasePage]
    index: type[BasePage] | None = None
    index_first: Any = ""  # what the link says while there is no list yet


@dataclass(frozen=True)
class WayToAdd:
    label: Any
    url: str


def new_pages() -> list[NewPage]:
    return [new for function in hooks.get_hooks(HOOK) for new in function()]


def ways_to_add(home: MemberHomePage, children: list[BasePage]) -> list[WayToAdd]:
    """To a form each, with the right parent. A list that only stands in for its source in another
    language is to be translated first, and so there is no way yet."""
    ways = []
    for new in new_pages():
        lists = [child for child in children if child.specific_class is new.index]
        own = [child for child in lists if not child.alias_of_id]
        if new.index is None:
            ways.append(WayToAdd(new.label, add_url(new.model, home)))
        elif own:
            ways.append(WayToAdd(new.label, add_url(new.model, own[0])))
        elif not lists:
            ways.append(WayToAdd(new.index_first, add_url(new.index, home)))
    return ways


def add_url(model: type[BasePage], parent: BasePage) -> str:
    names = [model._meta.app_label, model._meta.model_name]
    address: str = reverse("wagtailadmin_pages:add", args=[*names, parent.pk])
    return address
