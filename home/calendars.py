"""An event as a file for calendars, with its sessions where it has any."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from icalendar import Calendar, Event

PRODUCT = "-//Libraries Alliance//Events//EN"


def event_calendar(page: Any, url: str) -> bytes:
    """One entry for each session; for an event without sessions, one for the whole of it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", page.title)
    for session in page.sessions.all():
        title = f"{page.title}: {session.title}"
        calendar.add_component(entry(page, session, title, session.description, url))
    if not calendar.events:
        calendar.add_component(entry(page, page, page.title, page.summary, url))
    year = timedelta(days=366)
    calendar.add_missing_timezones(page.starts_at.date() - year, page.ends_at.date() + year)
    return calendar.to_ical()


def entry(page: Any, item: Any, title: str, description: str, url: str) -> Event:
    """`item` is the event or a session: its key, the same in every language, names it for ever."""
    language = {"language": page.locale_code}
    event = Event()
    event.add("uid", f"{item.translation_key}@libraries-alliance")
    event.add("dtstamp", page.last_published_at or timezone.now())
    event.add("dtstart", local(page, item.starts_at))
    event.add("dtend", local(page, item.ends_at))
    event.add("summary", title, parameters=language)
    event.add("url", url)
    if description:
        event.add("description", description, parameters=language)
    if page.where:
        event.add("location", page.where, parameters=language)
    return event


def local(page: Any, moment: datetime) -> datetime:
    """In the event's own zone, so that a change of the clocks' rules moves it rightly."""
    return moment.astimezone(page.zone)
