"""A small site: the alliance's home in two languages, and a member with a section."""

import pytest

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
from tests.factories.site import publish_translation
from tests.home.page_types import FACTORIES


@pytest.fixture
def welsh_home(home):
    return publish_translation(home, "cy")


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


@pytest.fixture
def parent_of(home, english):
    """A page below which one of a type may stand, made from the home page down."""

    def parent_of(model):
        types = model.allowed_parent_page_models()
        if HomePage in types:
            return home
        return FACTORIES[types[0]](parent=parent_of(types[0]))

    return parent_of
