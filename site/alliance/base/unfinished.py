"""Only finished work is published, whichever way.

Wagtail asks the form of the editor. What is published without one (several pages at once, by
schedule, by approval, by a script) it takes as the draft is, and blocks and rows nobody checks.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.admin import messages
from wagtail.admin.panels import InlinePanel, Panel
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from .own_words import gettext as _
from .own_words.words import join

HELD_BACK = "alliance.hold_back"
SCHEDULED = "wagtail.publish.scheduled"


class UnfinishedError(ValidationError):
    """A page was to be published, and readers could not use it."""

    def __init__(self, page: Page, parts: list[str]) -> None:
        self.page = page
        text = _(
            "Nothing was published, as “%(title)s” is not finished. What to look at: %(parts)s."
        )
        super().__init__(text % {"title": page.get_admin_display_title(), "parts": join(parts)})


def unfinished_parts(page: Page) -> list[str]:
    """What an editor must look at before this page can be published, by its name in the form."""
    parts = [name_of(page, name) for name in faulty_fields(page)]
    for panel in inline_panels(page.get_edit_handler()):
        rows = list(getattr(page, panel.relation_name).all())
        if len(rows) < (panel.min_num or 0) or any(faulty_fields(row) for row in rows):
            parts.append(panel.heading)
    return [str(part) for part in parts]


def name_of(page: Page, name: str) -> Any:
    if name == NON_FIELD_ERRORS:
        return page.get_verbose_name()
    return capfirst(page._meta.get_field(name).verbose_name)


def faulty_fields(thing: Model) -> list[str]:
    """Those whose values a form would refuse, blocks among them."""
    faulty: dict[str, Any] = {}
    try:
        thing.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        faulty = error.message_dict
    for field in thing._meta.fields:
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(thing, field.name))
            except ValidationError as error:
                faulty[field.name] = error
    return list(faulty)


def inline_panels(panel: Panel) -> Iterator[InlinePanel]:
    if isinstance(panel, InlinePanel):
        yield panel
    for child in getattr(panel, "children", []):
        yield from inline_panels(child)


def hold_back(page: Page, revision: Revision, parts: list[str]) -> None:
    """Its hour has come and it is not finished. It is a draft again, and its history says why:
    an error would come again each minute, and keep from readers all that is due after it."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(page, HELD_BACK, revision=revision, data={"parts": parts})


def say_unfinished(request: HttpRequest, error: UnfinishedError) -> str:
    """Tells the editor, with a way to the page; its address, to lead there at once."""
    edit: str = reverse("wagtailadmin_pages:edit", args=[error.page.pk])
    messages.error(request, error.messages[0], buttons=[messages.button(edit, _("Edit"))])
    return edit
