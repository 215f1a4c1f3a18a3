"""What a text counts of the pledges is what their plans say."""

import json

import pytest

from tests.factories.home import ContentPageFactory
from tests.factories.pledges import ActionFactory, PledgePageFactory, milestone

TOKENS = ("pledges", "pledges_kept", "milestones_done")


@pytest.fixture
def page(home):
    numbers = ", ".join(f'<a linktype="token" token="{name}">…</a>' for name in TOKENS)
    blocks = [{"type": "rich_text", "value": f"<p>Of all: {numbers}.</p>", "id": "a"}]
    return ContentPageFactory(parent=home, slug="about", body=json.dumps(blocks))


def test_a_pledge_is_kept_once_all_of_its_plan_is_done(client, page, pledge, index):
    PledgePageFactory(parent=index)  # nothing planned: nothing kept
    assert "Of all: 2, 0, 1." in client.get("/en/about/").content.decode()
    action = pledge.actions.get()
    for step in action.milestones:
        step.value["status"] = "done"
    action.save()
    assert "Of all: 2, 1, 3." in client.get("/en/about/").content.decode()
    ActionFactory(page=pledge, milestones=[milestone()])
    assert "Of all: 2, 0, 3." in client.get("/en/about/").content.decode()
