"""Times that are typed and shown as the clock shows them at the event, wherever the editor is."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db import models
from django.utils import timezone

from alliance.base.own_words import gettext_lazy as _
from alliance.base.page_form import PageForm

from .time_zones import time_zone_choices

CLOCK = _("As the clock shows it there, in the event’s time zone.")


class EventTimeFormField(forms.DateTimeField):
    zone: ZoneInfo | None = None

    def prepare_value(self, value: Any) -> Any:
        with timezone.override(self.zone or timezone.get_current_timezone()):
            return super().prepare_value(value)

    def to_python(self, value: Any) -> datetime | None:
        with timezone.override(self.zone or timezone.get_current_timezone()):
            return super().to_python(value)


class EventTimeField(models.DateTimeField):
    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": EventTimeFormField, **kwargs})


class EventPageForm(PageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = ZoneInfo(self.zone_name())
        for form in (self, *self.formsets["sessions"].forms):
            for field in form.fields.values():
                if isinstance(field, EventTimeFormField):
                    field.zone = zone

    def zone_name(self) -> str:
        """The zone as it was just chosen; as it is kept, where nothing sensible was."""
        chosen: str = self.data.get("time_zone", "")
        return chosen if chosen in dict(time_zone_choices()) else self.instance.time_zone
