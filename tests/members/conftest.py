"""A site with a directory and one member, whose editor is provisioned."""

import pytest

from members.services import add_membership, provision_member
from tests.factories.base import UserFactory
from tests.factories.members import (
    MemberHomePageFactory,
    MemberIndexPageFactory,
    OrganisationFactory,
)


@pytest.fixture
def directory(home):
    return MemberIndexPageFactory(parent=home)


@pytest.fixture
def bodleian(db):
    return OrganisationFactory(slug="bodleian", name="Bodleian Libraries", kinds=["university"])


@pytest.fixture
def section(directory, bodleian):
    return MemberHomePageFactory(parent=directory, organisation=bodleian)


@pytest.fixture
def other_section(directory):
    other = OrganisationFactory(slug="rluk", name="Research Libraries UK")
    return MemberHomePageFactory(parent=directory, organisation=other)


@pytest.fixture
def editor(section, directory):
    provision_member(section.organisation, directory)
    user = UserFactory(email="editor@example.org")
    add_membership(user, section.organisation, "editor")
    return user


@pytest.fixture
def staff(db):
    return UserFactory(superuser=True)
