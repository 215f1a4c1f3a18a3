from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import TranslatableMixin

from alliance.base.own_words import gettext_lazy as _

from ..event_form import CLOCK, EventTimeField
from .event import EventPage
from .fields import synchronised


class EventSession(TranslatableMixin, models.Model):
    """A part of an event with its own time; its key names it in calendars, in any language."""

    is_deferred_validation = False  # as of its page

    event = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=200, help_text=_("As the programme has it."))
    starts_at = EventTimeField(_("starts"), null=True, help_text=CLOCK)
    ends_at = EventTimeField(_("ends"), null=True, help_text=CLOCK)
    description = models.TextField(
        _("description"), blank=True, help_text=_("What it is about, in a few lines.")
    )
    facilitator = models.CharField(
        _("facilitator"), max_length=160, blank=True, help_text=_("Who leads the session.")
    )
    note_taker = models.CharField(
        _("note-taker"), max_length=160, blank=True, help_text=_("Who writes down what was said.")
    )
    report = models.ForeignKey(
        "home.ReportPage",
        verbose_name=_("report"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Published after the session; readers find it beside the session."),
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("facilitator"), FieldPanel("note_taker")]),
        FieldPanel("report"),
    ]
    override_translatable_fields = synchronised("starts_at", "ends_at", "report")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.is_deferred_validation:
            return
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("A session ends after it starts.")})
