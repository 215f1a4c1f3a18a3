from datetime import UTC, date, datetime, timedelta

import factory
import wagtail_factories
from django.utils import timezone

from home.models import (
    ContactPage,
    ContentPage,
    EventIndexPage,
    EventPage,
    EventSession,
    HomePage,
    JoinPage,
    NewsIndexPage,
    NewsPage,
    ProgrammePage,
    ReportIndexPage,
    ReportPage,
    ResourceIndexPage,
    ResourcePage,
    TopicIndexPage,
)

from .base import ImageFactory


class BasePageFactory(wagtail_factories.PageFactory):
    """A published page in its parent's language, with all that a card shows."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda n: f"Page {n}")
    slug = factory.Sequence(lambda n: f"page-{n}")
    locale = factory.LazyAttribute(lambda page: page.parent.locale)
    summary = "What it is about."
    last_published_at = factory.LazyFunction(timezone.now)

    class Params:
        with_image = factory.Trait(
            image=factory.SubFactory(ImageFactory), image_alt="A shelf of books"
        )


class HomePageFactory(BasePageFactory):
    class Meta:
        model = HomePage


class NewsIndexPageFactory(BasePageFactory):
    class Meta:
        model = NewsIndexPage


class NewsPageFactory(BasePageFactory):
    class Meta:
        model = NewsPage


class EventIndexPageFactory(BasePageFactory):
    class Meta:
        model = EventIndexPage


class EventPageFactory(BasePageFactory):
    class Meta:
        model = EventPage

    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=20))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=2))
    place_name = "Harbour Library"


class EventSessionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EventSession

    title = factory.Sequence(lambda n: f"Session {n}")
    locale = factory.LazyAttribute(lambda session: session.event.locale)
    starts_at = datetime(2026, 8, 5, 9, tzinfo=UTC)
    ends_at = datetime(2026, 8, 5, 10, tzinfo=UTC)


class ContentPageFactory(BasePageFactory):
    class Meta:
        model = ContentPage


class ReportIndexPageFactory(BasePageFactory):
    class Meta:
        model = ReportIndexPage


class ReportPageFactory(BasePageFactory):
    class Meta:
        model = ReportPage

    repository_url = "https://example.org/report"


class ResourceIndexPageFactory(BasePageFactory):
    class Meta:
        model = ResourceIndexPage


class ResourcePageFactory(BasePageFactory):
    class Meta:
        model = ResourcePage

    resource_kind = "guide"


class ProgrammePageFactory(BasePageFactory):
    class Meta:
        model = ProgrammePage


class TopicIndexPageFactory(BasePageFactory):
    class Meta:
        model = TopicIndexPage


class JoinPageFactory(BasePageFactory):
    class Meta:
        model = JoinPage


class ContactPageFactory(BasePageFactory):
    class Meta:
        model = ContactPage

    recipient = "office@example.org"
    content_owner = "Alliance office"
    reviewed_on = date(2026, 5, 1)
    review_due = date(2027, 5, 1)

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        """Pairs of label and type; a name, an address and a message unless told."""
        asked = extracted or [
            ("Your name", "singleline"), ("Your address", "email"), ("Your message", "multiline")
        ]  # fmt: skip
        for order, (label, field_type) in enumerate(asked):
            self.form_fields.create(
                label=label, field_type=field_type, sort_order=order, locale=self.locale
            )
