"""A date that is put off is put off in every language, whatever waits for its translators."""

from datetime import UTC, datetime, timedelta

import pytest
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import EventPage
from tests.factories.base import ImageFactory
from tests.factories.home import EventIndexPageFactory, EventPageFactory, EventSessionFactory
from tests.factories.site import publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(home, welsh_home):
    index = EventIndexPageFactory(parent=home, slug="events")
    publish_translation(index, "cy", slug="digwyddiadau")
    starts_at = datetime(2030, 8, 5, 9, tzinfo=UTC)
    event = EventPageFactory(parent=index, title="Conference", starts_at=starts_at)
    EventSessionFactory(event=event, title="Welcome")
    return EventPage.objects.get(pk=event.pk)


@pytest.fixture
def in_welsh(event, welsh, django_capture_on_commit_callbacks):
    translate_object(event, [welsh])
    translation = Translation.objects.get()
    for segment in translation.source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=welsh, data="gair"
        )
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    return EventPage.objects.get(locale=welsh)


@pytest.fixture
def put_off(event, django_capture_on_commit_callbacks):
    def put_off(**fields):
        later = timedelta(days=7)
        fields = {"starts_at": event.starts_at + later, "ends_at": event.ends_at + later, **fields}
        for name, value in fields.items():
            setattr(event, name, value)
        session = event.sessions.get()
        session.starts_at, session.ends_at = session.starts_at + later, session.ends_at + later
        event.sessions = [session]
        with django_capture_on_commit_callbacks(execute=True):
            event.save_revision().publish()
        event.refresh_from_db()

    return put_off


def test_an_event_is_put_off_in_every_language_at_once(event, in_welsh, put_off):
    put_off(summary="A week later than we said.")
    in_welsh.refresh_from_db()
    assert in_welsh.live
    assert (in_welsh.starts_at, in_welsh.ends_at) == (event.starts_at, event.ends_at)
    assert in_welsh.listing_date == event.listing_date
    assert in_welsh.sessions.get().starts_at == event.sessions.get().starts_at
    assert in_welsh.sessions.get().title == "gair"
    assert in_welsh.summary == "gair"
    assert not in_welsh.has_unpublished_changes


def test_a_new_picture_waits_for_its_alternative_text(event, in_welsh, put_off):
    put_off(image=ImageFactory(), image_alt="The new hall")
    in_welsh.refresh_from_db()
    assert in_welsh.image is None


def test_a_draft_is_not_published_by_it(event, in_welsh, put_off):
    in_welsh.unpublish()
    put_off()
    in_welsh.refresh_from_db()
    assert not in_welsh.live


def test_nothing_is_published_anew_where_no_fact_has_changed(
    event, in_welsh, django_capture_on_commit_callbacks
):
    published = in_welsh.last_published_at
    event.summary = "As we said."
    with django_capture_on_commit_callbacks(execute=True):
        event.save_revision().publish()
    in_welsh.refresh_from_db()
    assert in_welsh.last_published_at == published
