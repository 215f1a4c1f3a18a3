from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from alliance.base.rich_text import SHORT_TEXT_FEATURES

from ..enums import Status


class Action(TranslatableMixin, Orderable, ClusterableModel):
    """One thing that a pledge leads to, with those who answer for it."""

    page = ParentalKey("pledges.PledgePage", on_delete=models.CASCADE, related_name="actions")
    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_("Begin with a verb: “Train one colleague in every service”."),
    )
    description = RichTextField(_("description"), blank=True, features=SHORT_TEXT_FEATURES)
    organisations = ParentalManyToManyField(
        "members.Organisation",
        verbose_name=_("responsible organisations"),
        blank=True,
        related_name="actions",
        help_text=_("The action appears on the home page of each of them that is a member."),
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("description"),
        FieldPanel("organisations", widget=forms.CheckboxSelectMultiple),
        InlinePanel("milestones", heading=_("Milestones"), label=_("Milestone")),
    ]
    search_fields = [
        index.SearchField("title"),
        index.SearchField("description"),
        index.RelatedFields(
            "milestones", [index.SearchField("title"), index.SearchField("evidence")]
        ),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")

    def __str__(self) -> str:
        return self.title


class Milestone(TranslatableMixin, Orderable):
    """A step that is done or not. Its date, status and link are kept in the source language."""

    action = ParentalKey(Action, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_("Say what will be true then: “The map of skills is published”."),
    )
    due_on = models.DateField(
        _("due on"), help_text=_("After this day it is shown as late, unless it is done.")
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.PLANNED
    )
    evidence = models.TextField(
        _("evidence"),
        blank=True,
        max_length=300,
        help_text=_("How anyone can see that it is done. Needed once it is."),
    )
    evidence_url = models.URLField(
        _("link to the evidence"), blank=True, help_text=_("Where the evidence can be read.")
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("due_on"), FieldPanel("status")]),
        FieldPanel("evidence"),
        FieldPanel("evidence_url"),
    ]
    override_translatable_fields = [
        SynchronizedField("due_on", overridable=False),
        SynchronizedField("status", overridable=False),
        SynchronizedField("evidence_url", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.is_done and not (self.evidence.strip() or self.evidence_url):
            message = _("Say how anyone can see that this is done, or link to it.")
            raise ValidationError({"evidence": message})

    @property
    def is_done(self) -> bool:
        return self.status == Status.DONE

    @property
    def is_late(self) -> bool:
        return not self.is_done and self.due_on < timezone.localdate()

    @property
    def status_label(self) -> Any:
        return Status(self.status).label
