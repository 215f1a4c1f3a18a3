import pytest

from tests.factories.members import (
    MemberHomePageFactory,
    MemberIndexPageFactory,
    OrganisationFactory,
)
from tests.factories.pledges import (
    ActionFactory,
    PledgeIndexPageFactory,
    PledgePageFactory,
    milestone,
)
from tests.factories.site import publish_translation


@pytest.fixture
def index(home):
    return PledgeIndexPageFactory(parent=home)


@pytest.fixture
def bodleian(db):
    return OrganisationFactory(slug="bodleian", name="Bodleian Libraries")


@pytest.fixture
def section(home, bodleian):
    members = MemberIndexPageFactory(parent=home)
    return MemberHomePageFactory(parent=members, organisation=bodleian)


@pytest.fixture
def pledge(index, bodleian):
    """One action: one milestone done, one to come, one late."""
    page = PledgePageFactory(parent=index, title="Skills", slug="skills", number=1)
    ActionFactory(
        page=page,
        title="Map the skills",
        responsible=[bodleian],
        milestones=[
            milestone("The survey opens", status="done", evidence="All can see it."),
            milestone("The map appears"),
            milestone("The draft is shared", due_in=-1),
        ],
    )
    return page


@pytest.fixture
def welsh_pledge(home, index, pledge):
    """A copy whose actions and milestones can be told by their keys, translated in part."""
    publish_translation(home, "cy")
    publish_translation(index, "cy", slug="addewidion")
    page = publish_translation(pledge, "cy", slug="sgiliau", title="Sgiliau")
    action = page.actions.get()
    action.title = "Mapio’r sgiliau"
    action.milestones[0].value["title"] = "Mae’r arolwg yn agor"
    action.save()
    return page
