from django import forms
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from alliance.base.models.relations import CountedManyToManyField
from alliance.base.own_words import gettext_lazy as _
from alliance.base.rich_text import SHORT_TEXT_FEATURES

from ..blocks import MilestoneBlock


class Action(TranslatableMixin, Orderable, ClusterableModel):
    """One thing that a pledge leads to, with those who answer for it.

    Milestones are blocks and not rows: see docs/decisions on plans of action.
    """

    page = ParentalKey("pledges.PledgePage", on_delete=models.CASCADE, related_name="actions")
    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_("Begin with a verb: “Train one colleague in every service”."),
    )
    description = RichTextField(
        _("description"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("What will be done, and for whom, in a few lines."),
    )
    organisations = CountedManyToManyField(
        "members.Organisation",
        verbose_name=_("responsible organisations"),
        blank=True,
        related_name="actions",
        help_text=_("The action appears on the home page of each of them that is a member."),
    )
    milestones = StreamField(
        [("milestone", MilestoneBlock())],
        verbose_name=_("milestones"),
        blank=True,
        help_text=_("In the order of their dates. Progress is counted from what is done."),
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("description"),
        FieldPanel("organisations", widget=forms.CheckboxSelectMultiple),
        FieldPanel("milestones"),
    ]
    search_fields = [
        index.SearchField("title"),
        index.SearchField("description"),
        index.SearchField("milestones"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")

    def __str__(self) -> str:
        return self.title
