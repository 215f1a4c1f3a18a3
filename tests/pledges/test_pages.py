import pytest
from django.utils import timezone

from tests.factories.members import OrganisationFactory
from tests.factories.pledges import ActionFactory, PledgePageFactory, milestone


def shown(client, address="/en/pledges/skills/"):
    return client.get(address).content.decode().split("<main")[1]


def test_a_pledge_shows_its_promise_and_its_plan(client, pledge, section):
    text = shown(client)
    assert "We will keep it." in text
    assert "Map the skills" in text
    assert '<a href="/en/members/bodleian/">Bodleian Libraries</a>' in text
    assert "1 of 3 milestones met" in text
    assert "1 milestone is past its date" in text
    assert "All can see it." in text


def test_who_has_no_section_is_named_without_a_link(client, pledge):
    text = shown(client)
    assert "<span>Bodleian Libraries</span>" in text


def test_milestones_stand_in_order_with_status_and_date(client, pledge):
    text = shown(client).split('class="plan"')[1]
    survey, appears, draft = (
        text.index(title)
        for title in ("The survey opens", "The map appears", "The draft is shared")
    )
    assert survey < appears < draft
    assert text.index("Done") < survey < text.index("Planned") < appears < text.index("Late")
    due = pledge.actions.get().milestones[1].value["due_on"]
    assert f'<time datetime="{due.isoformat()}">' in text


def test_what_comes_next_is_what_is_due_first(client, pledge):
    assert "The draft is shared" in shown(client).split('class="plan"')[0]


def test_an_editor_who_marks_a_milestone_changes_the_progress_at_once(client, pledge):
    shown(client)
    action = pledge.actions.get()
    action.milestones[1].value["status"] = "done"
    action.save()
    assert "2 of 3 milestones met" in shown(client)


def test_a_pledge_without_a_plan_is_a_page_all_the_same(client, index):
    PledgePageFactory(parent=index, slug="new")
    text = shown(client, "/en/pledges/new/")
    assert "0 of 0 milestones met" not in text
    assert "Plan of action" not in text


def test_the_list_shows_each_pledge_in_order_with_its_progress(client, index, pledge):
    PledgePageFactory(parent=index, title="Policy", number=3)
    PledgePageFactory(parent=index, title="Visibility", number=2)
    PledgePageFactory(parent=index, title="A draft", number=4, live=False)
    text = shown(client, "/en/pledges/")
    assert text.index("Skills") < text.index("Visibility") < text.index("Policy")
    assert "1 of 3 milestones met" in text
    assert "A draft" not in text


def test_an_empty_list_says_so(client, index):
    assert "There are no pledges yet." in shown(client, "/en/pledges/")


def test_the_home_page_shows_the_pledges(client, pledge):
    assert '<a href="/en/pledges/skills/">Skills</a>' in shown(client, "/en/")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/en/pledges/", 3), ("/en/pledges/skills/", 3)])
def test_queries_do_not_grow(
    client, index, pledge, django_assert_num_queries, address, queries, count
):
    for _ in range(count):
        page = PledgePageFactory(parent=index)
        for owner in (page, pledge):
            organisations = OrganisationFactory.create_batch(count)
            steps = [milestone() for _ in range(count)]
            ActionFactory(page=owner, responsible=organisations, milestones=steps)
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


def test_the_clock_alone_makes_a_milestone_late(client, pledge, monkeypatch):
    shown(client)
    later = timezone.localdate().replace(year=timezone.localdate().year + 1)
    monkeypatch.setattr("pledges.blocks.timezone.localdate", lambda: later)
    assert "2 milestones are past their dates" in shown(client)
