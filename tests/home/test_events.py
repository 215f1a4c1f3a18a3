"""Events: which come first, when they are, and what a calendar makes of them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar

from home.models import EventPage
from tests.factories.home import EventPageFactory, EventSessionFactory, ReportPageFactory

pytestmark = pytest.mark.django_db

SUMMER = datetime(2026, 8, 5, 9, tzinfo=UTC)


def days(number):
    return timezone.now() + timedelta(days=number)


def titles(response):
    return [page.title for page in response.context["page_obj"]]


@pytest.fixture
def event(events):
    return EventPageFactory(
        parent=events, title="Meeting", slug="meeting", starts_at=SUMMER, address="Cardiff"
    )


def test_the_next_event_comes_first_and_one_that_runs_is_not_over(client, events):
    EventPageFactory(parent=events, title="Later", starts_at=days(30))
    EventPageFactory(parent=events, title="Soon", starts_at=days(2))
    EventPageFactory(parent=events, title="Now", starts_at=days(-1), ends_at=days(1))
    EventPageFactory(parent=events, title="Over", starts_at=days(-9))
    assert titles(client.get("/en/events/")) == ["Now", "Soon", "Later"]


def test_past_events_come_latest_first(client, events):
    EventPageFactory(parent=events, title="Long ago", starts_at=days(-90))
    EventPageFactory(parent=events, title="Lately", starts_at=days(-9))
    EventPageFactory(parent=events, title="Soon")
    assert titles(client.get("/en/events/?when=past")) == ["Lately", "Long ago"]


def test_the_list_can_be_narrowed_to_a_kind(client, events):
    EventPageFactory(parent=events, title="Course", event_kind="training")
    EventPageFactory(parent=events, title="Meeting", event_kind="meeting")
    response = client.get("/en/events/?kind=training")
    assert titles(response) == ["Course"]
    assert "<span>Training</span>" in response.content.decode()


@pytest.mark.parametrize("query", ["when=never", "kind=party", "page=9", "page=x"])
def test_nonsense_is_not_found(client, events, query):
    assert client.get(f"/en/events/?{query}").status_code == 404


def test_an_empty_list_says_so(client, events):
    assert "No events are planned yet." in client.get("/en/events/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_any_length(client, events, number, django_assert_num_queries):
    EventPageFactory.create_batch(number, parent=events, with_image=True)
    client.get("/en/events/")
    with django_assert_num_queries(5):
        client.get("/en/events/")


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_the_same_for_any_number_of_sessions(
    client, event, reports, number, django_assert_num_queries
):
    for _ in range(number):
        EventSessionFactory(event=event, report=ReportPageFactory(parent=reports))
    client.get("/en/events/meeting/")
    with django_assert_num_queries(5):
        client.get("/en/events/meeting/")


def test_times_are_those_of_the_place_with_the_name_of_its_zone(client, event):
    html = client.get("/en/events/meeting/").content.decode()
    assert '<time datetime="2026-08-05T10:00:00+01:00">Wednesday 5 August' in html
    assert '<time datetime="2026-08-05T12:00:00+01:00">12:00</time>' in html
    assert "British Summer Time" in html
    event.time_zone = "Australia/Brisbane"
    event.save()
    html = client.get("/en/events/meeting/").content.decode()
    assert "19:00" in html
    assert "Australian Eastern Standard Time" in html


def test_an_event_of_two_days_names_both(client, event):
    event.ends_at = SUMMER + timedelta(days=1)
    event.save()
    html = client.get("/en/events/meeting/").content.decode()
    assert ', 10:00</time> – <time datetime="2026-08-06T10:00:00+01:00">Thursday 6 August' in html


def test_a_page_says_how_to_take_part(client, events):
    EventPageFactory(
        parent=events,
        slug="course",
        is_online=True,
        online_url="https://example.org/meet",
        price="£40",
        booking_url="https://example.org/book",
        access_information="<p>Step-free.</p>",
    )
    html = client.get("/en/events/course/").content.decode()
    for part in ("Harbour Library", "https://example.org/meet", "£40", "Book a place", "Step-free"):
        assert part in html


def test_what_is_over_takes_no_bookings(client, events):
    EventPageFactory(
        parent=events, slug="over", starts_at=days(-5), booking_url="https://example.org/book"
    )
    assert "Book a place" not in client.get("/en/events/over/").content.decode()


def test_a_session_names_its_people_and_its_report(client, event, reports):
    report = ReportPageFactory(parent=reports, title="What we learned", slug="learned")
    EventSessionFactory(
        event=event, title="Trust", facilitator="Catriona", note_taker="Owen", report=report
    )
    html = client.get("/en/events/meeting/").content.decode()
    assert "Facilitator: Catriona" in html
    assert "Note-taker: Owen" in html
    assert '<a href="/en/reports/learned/" hreflang="en">What we learned</a>' in html
    report.unpublish()
    assert "What we learned" not in client.get("/en/events/meeting/").content.decode()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"ends_at": SUMMER - timedelta(hours=1)}, "ends_at"),
        ({"place_name": ""}, "place_name"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
    ],
)
def test_what_cannot_be_is_refused(event, fields, wrong):
    for name, value in fields.items():
        setattr(event, name, value)
    with pytest.raises(ValidationError) as refused:
        event.full_clean()
    assert list(refused.value.message_dict) == [wrong]


def test_a_session_ends_after_it_starts(event):
    session = EventSessionFactory.build(event=event, locale=event.locale, ends_at=SUMMER)
    with pytest.raises(ValidationError, match="ends after it starts"):
        session.full_clean()


def calendar(client, address):
    response = client.get(address)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    return Calendar.from_ical(response.content)


def test_a_calendar_gets_the_event_in_its_own_zone(client, event):
    found = calendar(client, "/en/events/meeting/calendar.ics")
    (entry,) = found.events
    assert str(entry["summary"]) == "Meeting"
    assert str(entry["location"]) == "Harbour Library, Cardiff"
    assert str(entry["url"]) == "http://testserver/en/events/meeting/"
    assert entry["dtstart"].params["TZID"] == "Europe/London"
    assert entry.start.astimezone(UTC) == SUMMER
    assert [zone["tzid"] for zone in found.timezones] == ["Europe/London"]


def test_a_calendar_gets_every_session(client, event):
    EventSessionFactory(event=event, title="Trust")
    EventSessionFactory(event=event, title="Figures", starts_at=SUMMER + timedelta(minutes=5))
    found = calendar(client, "/en/events/meeting/calendar.ics")
    assert [str(entry["summary"]) for entry in found.events] == [
        "Meeting: Trust",
        "Meeting: Figures",
    ]


def test_an_entry_keeps_its_name_in_every_edition_and_language(
    client, event, events, welsh, welsh_home
):
    EventSessionFactory(event=event)
    before = [entry["uid"] for entry in calendar(client, "/en/events/meeting/calendar.ics").events]
    page = EventPage.objects.get(pk=event.pk)
    page.save_revision().publish()
    again = [entry["uid"] for entry in calendar(client, "/en/events/meeting/calendar.ics").events]
    events.copy_for_translation(welsh).save_revision().publish()
    page.copy_for_translation(welsh).save_revision().publish()
    in_welsh = [
        entry["uid"] for entry in calendar(client, "/cy/events/meeting/calendar.ics").events
    ]
    assert before == again == in_welsh


def test_no_calendar_of_a_draft_or_of_another_page(client, event, events):
    event.unpublish()
    assert client.get("/en/events/meeting/calendar.ics").status_code == 404
    assert client.get("/en/events/calendar.ics").status_code == 404


@pytest.mark.parametrize(
    ("place", "is_online", "online_url", "mode", "locations"),
    [
        ("Hall", False, "", "Offline", [{"@type": "Place", "name": "Hall"}]),
        (
            "",
            True,
            "https://meet.example/",
            "Online",
            [{"@type": "VirtualLocation", "url": "https://meet.example/"}],
        ),
        (
            "Hall",
            True,
            "",
            "Mixed",
            [
                {"@type": "Place", "name": "Hall"},
                {"@type": "VirtualLocation", "url": "http://testserver/en/events/talk/"},
            ],
        ),
    ],
)
def test_search_engines_are_told_where_one_takes_part(
    client, events, structured_data, place, is_online, online_url, mode, locations
):
    EventPageFactory(
        parent=events, slug="talk", place_name=place, is_online=is_online, online_url=online_url
    )
    told = structured_data(client.get("/en/events/talk/"))[0]
    assert told["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert told["location"] == locations
    assert told["organizer"]["name"] == "Libraries Alliance"
