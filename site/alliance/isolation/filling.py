"""Fills in a form so that it is accepted, whichever form it is."""

from collections.abc import Callable

from .forms import Data, Field, Form, Option
from .marks import CHANGED, THEIR_NAME, altered, marks_in

INVENTED = {
    "email": f"{CHANGED}@example.org",
    "url": "https://example.org/",
    "number": "1",
    "date": "2030-01-02",
    "time": "12:00",
    "datetime-local": "2030-01-02T12:00",
    "search": "",
}
SENTENCE = f"Words {CHANGED}"
LEFT_EMPTY = ("DELETE", "honeypot", "password")
# What window a field is filled from, by a part of its address.
Chosen = Callable[[str], str]


def as_it_is(form: Form, chosen: Chosen) -> Data:
    """As the page holds it, and what must not stay empty filled in."""
    return filled(form, lambda given: kept(given, chosen))


def changed(form: Form, chosen: Chosen) -> Data:
    """Something else wherever something else may be chosen, and no field empty."""
    return filled(form, lambda given: other(given, chosen))


def filled(form: Form, values: Callable[[Field], list[str]]) -> Data:
    data: Data = {}
    for given in form.fields:
        if given.kind not in ("file", "submit"):
            found = [altered(value) for value in values(given)]
            if found:
                data.setdefault(given.name, []).extend(found)
    return data


def kept(given: Field, chosen: Chosen) -> list[str]:
    if given.kind in ("checkbox", "radio"):
        ticked = [option.value for option in given.options if option.is_chosen]
        return ticked or (first(given.options) if given.kind == "radio" else [])
    if given.kind == "select":
        return offered(given)
    if not given.value and given.is_required:
        return [invented(given, chosen)]
    return [given.value]


def other(given: Field, chosen: Chosen) -> list[str]:
    if given.kind == "checkbox":
        return [] if is_left_empty(given) else [option.value for option in given.options]
    if given.kind == "radio":
        return first([option for option in given.options if not option.is_chosen][::-1])
    if given.kind == "select":
        rest = [option for option in given.options if option.value and not option.is_chosen]
        return first(theirs(given.options) or rest) or offered(given)
    return [given.value or invented(given, chosen)]


def offered(given: Field) -> list[str]:
    """What is B's, if that can be chosen, else what is chosen now."""
    found = [option.value for option in theirs(given.options)]
    selected = [option.value for option in given.options if option.is_chosen]
    if found and not given.several:
        return found[:1]
    return selected + found if given.several else selected or first(given.options)


def theirs(options: list[Option]) -> list[Option]:
    return [
        option
        for option in options
        if option.value and (marks_in(option.label) or THEIR_NAME in option.label)
    ]


def first(options: list[Option]) -> list[str]:
    return [option.value for option in options][:1]


def is_left_empty(given: Field) -> bool:
    return any(part in given.name for part in LEFT_EMPTY)


def invented(given: Field, chosen: Chosen) -> str:
    if is_left_empty(given):
        return ""
    if given.kind == "hidden":
        return chosen(given.chooser) if given.chooser else ""
    if "slug" in given.name:
        return CHANGED
    return INVENTED.get(given.kind, SENTENCE if given.kind == "textarea" else CHANGED)
