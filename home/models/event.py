from collections.abc import Iterator
from datetime import datetime
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from alliance.base.blocks import body_field
from alliance.base.enums import PageKind
from alliance.base.own_words import gettext_lazy as _
from alliance.base.queries import BasePageQuerySet
from alliance.base.rich_text import SHORT_TEXT_FEATURES
from alliance.base.seo import publisher_data
from alliance.base.versions import fetch_pages, version_for

from ..calendars import event_calendar
from ..enums import EventKind
from ..event_form import CLOCK, EventPageForm, EventTimeField
from ..time_zones import time_zone_choices, zone_name
from .fields import synchronised
from .routable import RoutablePage


class EventQuerySet(BasePageQuerySet):
    def upcoming(self) -> Self:
        """Those not yet over, the next one first."""
        return self.filter(ends_at__gte=timezone.now()).order_by("starts_at", "pk")

    def past(self) -> Self:
        return self.filter(ends_at__lt=timezone.now()).order_by("-starts_at", "-pk")


class EventPage(RoutablePage):
    kind = PageKind.EVENT
    is_lasting = False
    is_sharable = True
    schema_type = "Event"
    base_form_class = EventPageForm
    page_description = _("A meeting, conference or training, with its place and its sessions.")
    parent_page_types = ["home.EventIndexPage"]
    subpage_types: list[str] = []

    event_kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=EventKind.choices,
        default=EventKind.MEETING,
        help_text=_("Readers can ask the list for one kind only."),
    )
    # A draft may have no times yet: a null is a wish to Wagtail's form, until it is published.
    starts_at = EventTimeField(_("starts"), null=True, help_text=CLOCK)
    ends_at = EventTimeField(_("ends"), null=True, help_text=CLOCK)
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        choices=time_zone_choices,
        default="Europe/London",
        help_text=_("Named after a place: choose the one nearest to the event."),
    )
    place_name = models.CharField(
        _("place"), max_length=160, blank=True, help_text=_("The building or the room.")
    )
    address = models.CharField(
        _("address"), max_length=255, blank=True, help_text=_("Street and town.")
    )
    is_online = models.BooleanField(
        _("people can take part online"),
        default=False,
        help_text=_("Tick this also if there is a place as well."),
    )
    online_url = models.URLField(
        _("address online"), blank=True, help_text=_("Where to take part or to watch.")
    )
    price = models.CharField(
        _("price"), max_length=160, blank=True, help_text=_("For example “Free” or “£40”.")
    )
    booking_url = models.URLField(
        _("where to book"),
        blank=True,
        help_text=_("The address of a page. The link goes once the event is over."),
    )
    access_information = RichTextField(
        _("access information"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("Steps and lifts, hearing loop, captions, interpreters, a quiet room."),
    )
    body = body_field()

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels = [
        *RoutablePage.content_panels,
        FieldPanel("event_kind"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("time_zone"),
            ],
            heading=_("When"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("place_name"),
                FieldPanel("address"),
                FieldPanel("is_online"),
                FieldPanel("online_url"),
            ],
            heading=_("Where"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("price"),
                FieldPanel("booking_url"),
                FieldPanel("access_information"),
            ],
            heading=_("Taking part"),
        ),
        FieldPanel("body"),
        InlinePanel(
            "sessions",
            heading=_("Sessions"),
            label=_("Session"),
            help_text=_("The parts of a longer event. Readers can put each into their calendar."),
        ),
    ]
    promote_panels = [*RoutablePage.promote_panels, FieldPanel("own_section_only")]
    search_fields = [
        *RoutablePage.search_fields,
        index.SearchField("body"),
        index.SearchField("place_name"),
        index.SearchField("address"),
        index.SearchField("access_information"),
        index.RelatedFields(
            "sessions",
            [
                index.SearchField("title"),
                index.SearchField("description"),
                index.SearchField("facilitator"),
            ],
        ),
        index.FilterField("event_kind"),
        index.FilterField("starts_at"),
        index.FilterField("ends_at"),
    ]
    override_translatable_fields = [
        *RoutablePage.override_translatable_fields,
        *synchronised("event_kind", "starts_at", "ends_at", "time_zone"),
        *synchronised("is_online", "online_url", "booking_url"),
    ]

    class Meta:
        verbose_name = _("event")

    def get_listing_date(self) -> datetime | None:
        return self.starts_at

    @property
    def kind_label(self) -> str:
        return str(self.get_event_kind_display())

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def zone_name(self) -> str:
        return zone_name(self.starts_at.astimezone(self.zone)) if self.starts_at else ""

    @property
    def where(self) -> str:
        """Place and address in a line; the address online where there is no place."""
        place = ", ".join(part for part in (self.place_name, self.address) if part)
        return place or self.online_url

    @property
    def is_over(self) -> bool:
        return self.ends_at is not None and self.ends_at < timezone.now()

    def faults(self) -> dict[str, Any]:
        faults = super().faults()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            faults["ends_at"] = _("An event ends after it starts.")
        if not (self.place_name.strip() or self.is_online):
            faults["place_name"] = _("Say where the event is, or that people can take part online.")
        return faults

    def get_structured_data(self) -> dict[str, Any]:
        times = {"startDate": self.starts_at, "endDate": self.ends_at}
        mode = "Offline" if not self.is_online else "Mixed" if self.place_name else "Online"
        return {
            **{
                name: time.astimezone(self.zone).isoformat() for name, time in times.items() if time
            },
            "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
            "location": [*self.locations()],
            "organizer": publisher_data(self),
        }

    def locations(self) -> Iterator[dict[str, str]]:
        if self.place_name:
            place = {"@type": "Place", "name": self.place_name}
            yield {**place, "address": self.address} if self.address else place
        if self.is_online:
            # The address of the meeting itself may only go to those who have booked.
            url = self.online_url or self.booking_url or self.full_url or ""
            yield {"@type": "VirtualLocation", "url": url}

    @cached_property
    def programme(self) -> list[Any]:
        """The sessions, each with the report that the reader can see, in two queries."""
        sessions = list(self.sessions.all())
        reports = fetch_pages(session.report_id for session in sessions if session.report_id)
        for session in sessions:
            chosen = reports.get(session.report_id)
            session.report_version = version_for(chosen) if chosen else None
        return sessions

    def get_paths_below(self) -> list[str]:
        return ["calendar.ics"]  # as readers know it: `urls.py` takes it without a slash

    @path("calendar.ics/")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        content = event_calendar(self, self.full_url or "")
        response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{self.slug}.ics"'
        return response
