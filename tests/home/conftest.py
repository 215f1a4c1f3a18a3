"""A small site: the alliance's home in two languages, and a member with a section."""

import pytest
from wagtail.models import Locale, Page, Site

from alliance.base import tree
from alliance.base.models import Topic
from home.models import (
    EventIndexPage,
    HomePage,
    NewsIndexPage,
    ReportIndexPage,
    ResourceIndexPage,
    TopicIndexPage,
)
from members.models import MemberHomePage, MemberIndexPage, Organisation


@pytest.fixture
def english(db):
    return Locale.objects.get(language_code="en")


@pytest.fixture
def welsh(db):
    return Locale.objects.get_or_create(language_code="cy")[0]


@pytest.fixture
def home(english):
    Page.objects.filter(depth=2).delete()
    page = HomePage(title="Home", slug="home", locale=english)
    Page.get_first_root_node().add_child(instance=page)
    Site.objects.update_or_create(
        hostname="testserver", port=80, defaults={"root_page": page, "is_default_site": True}
    )
    tree._held = None
    return page


@pytest.fixture
def welsh_home(home, welsh):
    page = home.copy_for_translation(welsh)
    page.live = True
    page.save()
    return page


@pytest.fixture
def alliance(english):
    organisation = Organisation.objects.create(slug="libraries-alliance", is_member=False)
    organisation.texts.create(
        locale=english, name="The Libraries Alliance", about="We are a partnership."
    )
    organisation.save()
    return organisation


@pytest.fixture
def member(english):
    organisation = Organisation.objects.create(slug="bodleian", kinds=["university"])
    organisation.texts.create(locale=english, name="Bodleian Libraries", about="We are old.")
    organisation.save()
    return organisation


@pytest.fixture
def section(home, member):
    directory = home.add_child(instance=MemberIndexPage(title="Members", slug="members"))
    root = MemberHomePage(title="Bodleian", slug="bodleian", organisation=member)
    return directory.add_child(instance=root)


@pytest.fixture
def news(home):
    return home.add_child(instance=NewsIndexPage(title="News", slug="news"))


@pytest.fixture
def member_news(section):
    return section.add_child(instance=NewsIndexPage(title="Our news", slug="news"))


@pytest.fixture
def events(home):
    return home.add_child(instance=EventIndexPage(title="Events", slug="events"))


@pytest.fixture
def topic_index(home):
    return home.add_child(instance=TopicIndexPage(title="Topics", slug="topics"))


@pytest.fixture
def reports(home):
    return home.add_child(instance=ReportIndexPage(title="Reports", slug="reports"))


@pytest.fixture
def resources(home):
    return home.add_child(instance=ResourceIndexPage(title="Resources", slug="resources"))


@pytest.fixture
def topic(english):
    topic = Topic.objects.create(key="skills")
    topic.texts.create(
        locale=english, name="Skills", slug="skills", description="Learning for library people."
    )
    topic.save()
    return topic
