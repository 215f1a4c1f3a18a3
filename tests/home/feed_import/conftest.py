import pytest
from wagtail.models import Locale

from home.models import NewsFeed, NewsIndexPage
from members.enums import Role
from members.models import MemberHomePage
from members.services import add_membership, provision_member
from tests.factories.base import UserFactory
from tests.web_server import web_server


@pytest.fixture
def server(settings):
    with web_server() as server:
        settings.FETCH_INTERNAL_ADDRESSES = [server.place]
        yield server


@pytest.fixture
def welsh_news(member_news):
    """The member's section in a second language, with its list of news."""
    welsh, _ = Locale.objects.get_or_create(language_code="cy")
    for page in [*member_news.get_ancestors().filter(depth__gt=1), member_news]:
        page = page.specific
        if not page.has_translation(welsh):
            page.copy_for_translation(welsh, alias=False)
    return NewsIndexPage.objects.get(
        translation_key=member_news.translation_key, locale__language_code="cy"
    )


@pytest.fixture
def feed(member_news, server):
    return NewsFeed.objects.create(
        organisation=member_news.organisation, index=member_news, url=server.url()
    )


@pytest.fixture
def person(section, member):
    """Somebody of the member, in a role."""

    def person(role):
        provision_member(member, MemberHomePage.objects.get(pk=section.pk).get_parent().specific)
        user = UserFactory(email=f"{role}@example.org")
        add_membership(user, member, role)
        return user

    return person


@pytest.fixture
def lead(person):
    return person(Role.LEAD)


@pytest.fixture
def as_lead(client, lead):
    client.force_login(lead)
    return client
