"""From what stands in a file to what a field of a model holds."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from .errors import Mistake
from .references import References
from .streams import stream_value

RELATIVE = re.compile(r"(?P<days>[+-]\d+)d(?: (?P<hour>\d\d):(?P<minute>\d\d))?$")
PAGE_LINK = re.compile(r'href="page:(?P<key>[\w-]+)"')


@dataclass
class Writer:
    """Puts values into the fields of a page or its parts, for one language."""

    references: References
    language_code: str
    today: date
    time_zone: str = settings.TIME_ZONE

    def write(self, instance: models.Model, name: str, value: Any, place: str) -> None:
        try:
            field = instance._meta.get_field(name)
        except FieldDoesNotExist:
            kind = instance._meta.verbose_name
            raise Mistake(f"a {kind} has no field “{name}”") from None
        if field.many_to_many:
            target: Any = field.related_model
            found = [self.references.get(target, key, self.language_code) for key in value]
            setattr(instance, name, [one for one in found if one])
        else:
            setattr(instance, name, self.value(field, value, f"{place}/{name}"))

    def value(self, field: Any, value: Any, place: str) -> Any:
        if isinstance(field, StreamField):
            return stream_value(self, field.stream_block, value, place)
        if isinstance(field, RichTextField):
            return self.rich_text(value)
        if isinstance(field, models.ForeignKey):
            return self.reference(field.related_model, value)
        if isinstance(field, models.DateTimeField):
            return self.moment(value, ZoneInfo(self.time_zone))
        if isinstance(field, models.DateField):
            return self.day(value)
        return value

    def reference(self, model: Any, key: str | None) -> Any:
        return self.references.get(model, key, self.language_code) if key else None

    def rich_text(self, html: str) -> str:
        """Wagtail keeps links to pages by number; the files name the page by its key."""

        def link(match: re.Match[str]) -> str:
            page = self.references.get(Page, match["key"], self.language_code)
            return f'linktype="page" id="{page.pk}"'

        return PAGE_LINK.sub(link, html)

    def day(self, value: str | date | None) -> date | None:
        if not isinstance(value, str):
            return value
        if match := RELATIVE.match(value):
            return self.today + timedelta(days=int(match["days"]))
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Mistake(f"“{value}” is no date such as 2026-05-01 or +40d") from None

    def moment(self, value: str | None, zone: ZoneInfo) -> datetime | None:
        if value is None:
            return None
        if match := RELATIVE.match(value):
            at = time(int(match["hour"] or 9), int(match["minute"] or 0))
            return datetime.combine(self.today + timedelta(days=int(match["days"])), at, zone)
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            raise Mistake(f"“{value}” is no time such as 2026-05-01 10:00 or +40d 10:00") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
