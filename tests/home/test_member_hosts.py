"""All that leaves a member's own host names that host: feeds, calendars, what is shared."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

from tests.factories.base import ImageFactory
from tests.factories.home import (
    EventIndexPageFactory,
    EventPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
)
from tests.factories.members import MemberHomePageFactory, MemberIndexPageFactory

pytestmark = pytest.mark.django_db
HOST = "bodleian.example"
OWN = f"http://{HOST}/en/"


@pytest.fixture
def section(home):
    directory = MemberIndexPageFactory(parent=home)
    section = MemberHomePageFactory(parent=directory, title="Bodleian Libraries")
    Site.objects.create(hostname=HOST, port=80, root_page=section)
    return section


@pytest.fixture
def story(section):
    index = NewsIndexPageFactory(parent=section, slug="news", title="Our news")
    image = ImageFactory(file__width=2000, file__height=1200)
    return NewsPageFactory(
        parent=index, slug="story", title="Story", image=image, image_alt="A shelf of books"
    )


@pytest.fixture
def event(section):
    index = EventIndexPageFactory(parent=section, slug="events")
    return EventPageFactory(parent=index, slug="meeting", starts_at=timezone.now() + timedelta(3))


@pytest.fixture(params=[HOST, "testserver"])
def read(request, client, section):
    """Reads what stands below the section's address, there and at the alliance."""
    host = request.param
    above = "/en/" if host == HOST else f"/en/members/{section.slug}/"

    def read(path):
        response = client.get(above + path, headers={"host": host})
        assert response.status_code == 200
        return response.content.decode()

    return read


def test_a_feed_names_it_alone(read, story):
    text = read("news/feed/")
    assert f'href="{OWN}news/story/"' in text
    assert f'href="{OWN}news/feed/"' in text
    assert "testserver" not in text


def test_a_calendar_leads_there(read, event):
    text = read("events/meeting/calendar.ics").replace("\r\n ", "")
    assert f"{OWN}events/meeting/" in text
    assert "testserver" not in text


def test_so_do_pictures_and_facts_that_are_shared(read, story):
    text = read("news/story/")
    assert re.search(rf'"og:image" content="http://{HOST}/media/images/[^"]+\.jpg"', text)
    said = re.search(r'ld\+json">(.*?)</script>', text, re.DOTALL)[1]
    facts = json.loads(said)
    assert facts[0]["url"] == f"{OWN}news/story/"
    assert facts[0]["image"].startswith(f"http://{HOST}/media/")
    way = [item["item"] for item in facts[1]["itemListElement"]]
    assert way[-2:] == [f"{OWN}news/", f"{OWN}news/story/"]
    assert OWN in way
