from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from alliance.base.own_words import gettext_lazy as _

from .enums import Status


class MilestoneValue(blocks.StructValue):
    @property
    def is_done(self) -> bool:
        return self["status"] == Status.DONE

    @property
    def is_late(self) -> bool:
        due_on = self["due_on"]
        return not self.is_done and due_on is not None and due_on < timezone.localdate()

    @property
    def status_label(self) -> Any:
        return Status(self["status"]).label


class MilestoneBlock(blocks.StructBlock):
    """A step that is done or not."""

    title = blocks.CharBlock(
        label=_("Title"),
        max_length=200,
        help_text=_("Say what will be true then: “The map of skills is published”."),
    )
    due_on = blocks.DateBlock(
        label=_("Due on"), help_text=_("After this day it is shown as late, unless it is done.")
    )
    status = blocks.ChoiceBlock(
        label=_("Status"), choices=Status.choices, default=Status.PLANNED, search_index=False
    )
    evidence = blocks.TextBlock(
        label=_("Evidence"),
        required=False,
        max_length=300,
        rows=2,
        help_text=_("How anyone can see that it is done. Needed once it is."),
    )
    evidence_url = blocks.URLBlock(
        label=_("Link to the evidence"),
        required=False,
        help_text=_("Where the evidence can be read."),
    )

    class Meta:
        label = _("Milestone")
        description = _("What will be true by a certain day, and how anyone can check it.")
        label_format = "{title}: {status}"
        icon = "flag"
        value_class = MilestoneValue
        template = "pledges/milestone.html"
        preview_value = {
            "title": "The map of skills is published",
            "due_on": date(2026, 3, 2),
            "status": Status.DONE,
            "evidence": "Published as a report on this site.",
            "evidence_url": "https://example.org/map",
        }

    def clean(self, value: MilestoneValue) -> MilestoneValue:
        cleaned: MilestoneValue = super().clean(value)
        evidence = cleaned.get("evidence") or cleaned.get("evidence_url")
        if cleaned.is_done and not evidence and not self.is_deferred_validation:
            message = _("Say how anyone can see that this is done, or link to it.")
            raise StructBlockValidationError({"evidence": ValidationError(message)})
        return cleaned

    def get_context(self, value: MilestoneValue, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        return {**context, "fact": value, "text": value}
