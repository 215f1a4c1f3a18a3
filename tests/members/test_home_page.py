from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from home.models import EventIndexPage, NewsIndexPage, NewsPage, ReportIndexPage
from members.models import PressContact
from tests.factories.home import EventPageFactory, NewsPageFactory, ReportPageFactory
from tests.factories.members import MemberHomePageFactory, OrganisationFactory
from tests.factories.pledges import (
    ActionFactory,
    PledgeIndexPageFactory,
    PledgePageFactory,
    milestone,
)
from tests.factories.site import publish_translation

ADDRESS = "/en/members/bodleian/"


def shown(client, address=ADDRESS):
    return client.get(address).content.decode()


@pytest.fixture
def lists(section):
    return {
        model: section.add_child(instance=model(title=title, slug=title.lower()))
        for model, title in (
            (NewsIndexPage, "News"),
            (EventIndexPage, "Events"),
            (ReportIndexPage, "Reports"),
        )
    }


def test_it_says_who_the_member_is_and_how_to_reach_it(client, section, english):
    organisation = section.organisation
    organisation.website, organisation.phone = "https://example.org/bodleian/", "01632 960 101"
    organisation.email = "bodleian@example.org"
    organisation.save()
    organisation.texts.update(description="Over 13 million items.")
    text = shown(client)
    assert "Over 13 million items." in text
    assert '<a href="https://example.org/bodleian/">example.org/bodleian</a>' in text
    assert '<a href="tel:01632960101">01632 960 101</a>' in text
    assert '<a href="mailto:bodleian@example.org">bodleian@example.org</a>' in text
    assert "<dd>University or college</dd>" in text


def test_press_contacts_are_shown_at_once_when_they_change(client, section, english):
    shown(client)
    PressContact.objects.create(
        organisation=section.organisation,
        locale=english,
        name="Ann Jones",
        role="Press officer",
        phone="01632 960101",
        out_of_hours=True,
    )
    text = shown(client)
    assert "Ann Jones, Press officer" in text
    assert "Evenings and weekends" in text


def test_it_shows_what_is_newest_of_its_own(client, section, other_section, lists):
    news = lists[NewsIndexPage]
    for day in range(1, 5):
        NewsPageFactory(parent=news, title=f"News of day {day}", date=date(2026, 1, day))
    elsewhere = other_section.add_child(instance=NewsIndexPage(title="News", slug="news"))
    NewsPageFactory(parent=elsewhere, title="News of others")
    ReportPageFactory(parent=lists[ReportIndexPage], title="A report")
    text = shown(client)
    assert "News of day 1" not in text
    assert text.index("News of day 4") < text.index("News of day 3")
    assert "News of others" not in text
    assert "A report" in text


def test_of_events_the_next_comes_first_and_past_ones_last(client, section, lists):
    for days in (-10, 40, 10):
        starts = timezone.now() + timedelta(days=days)
        EventPageFactory(parent=lists[EventIndexPage], title=f"In {days} days", starts_at=starts)
    text = shown(client)
    assert text.index("In 10 days") < text.index("In 40 days") < text.index("In -10 days")


def test_it_shows_what_the_member_has_committed_itself_to(client, home, section, other_section):
    index = PledgeIndexPageFactory(parent=home)
    pledge = PledgePageFactory(parent=index, title="Skills", slug="skills")
    action = ActionFactory(
        page=pledge,
        title="Map skills",
        responsible=[section.organisation],
        milestones=[milestone(status="done"), milestone()],
    )
    ActionFactory(page=pledge, title="Not theirs", responsible=[other_section.organisation])
    text = shown(client)
    assert f'<a href="/en/pledges/skills/#action-{action.pk}">Map skills</a>' in text
    assert "1 of 2 milestones met" in text
    assert "Not theirs" not in text


def test_a_section_without_anything_is_a_page_all_the_same(client, section):
    assert client.get(ADDRESS).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_its_queries_do_not_grow(client, home, section, lists, django_assert_num_queries, count):
    NewsPageFactory.create_batch(count, parent=lists[NewsIndexPage], with_image=True)
    EventPageFactory.create_batch(count, parent=lists[EventIndexPage], with_image=True)
    ReportPageFactory.create_batch(count, parent=lists[ReportIndexPage])
    pledge = PledgePageFactory(parent=PledgeIndexPageFactory(parent=home))
    for _ in range(count):
        ActionFactory(page=pledge, responsible=[section.organisation], milestones=[milestone()])
        MemberHomePageFactory(parent=section.get_parent(), organisation=OrganisationFactory())
    shown(client)
    with django_assert_num_queries(4):
        shown(client)


def test_a_section_whose_first_page_is_not_translated_is_named_as_in_english(
    client, home, directory, section
):
    """The story of it that is translated does not give its title to the whole section."""
    publish_translation(home, "cy", title="Hafan")
    publish_translation(directory, "cy", title="Aelodau", slug="aelodau")
    news = NewsIndexPage(title="Our news", slug="news", show_in_menus=True)
    story = section.add_child(instance=news).add_child(instance=NewsPage(title="One", slug="one"))
    welsh = Locale.objects.get(language_code="cy")
    translated = story.copy_for_translation(welsh, copy_parents=True)
    translated.title = "Stori"
    translated.save_revision().publish()
    text = client.get(f"/cy/aelodau/{section.slug}/news/one/").content.decode()
    band = text.split('<nav class="band"')[1].split("</nav>")[0]
    assert f'aria-label="{section.title}" lang="en"' in band
    assert f'href="/en/members/{section.slug}/"' in band
    assert "Stori" not in band
    assert "Our news" not in band
