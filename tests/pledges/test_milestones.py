from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from pledges.blocks import MilestoneBlock
from pledges.plans import Progress

TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)
BLOCK = MilestoneBlock()


def made(**values):
    return BLOCK.normalize({"title": "The map appears", "due_on": TODAY, **values})


@pytest.mark.parametrize(
    ("due_on", "status", "is_late"),
    [
        (TODAY, "planned", False),
        (YESTERDAY, "planned", True),
        (YESTERDAY, "under_way", True),
        (YESTERDAY, "done", False),
    ],
)
def test_a_milestone_is_late_after_its_day_unless_it_is_done(due_on, status, is_late):
    assert made(due_on=due_on, status=status).is_late == is_late


def test_what_is_done_needs_evidence():
    with pytest.raises(ValidationError) as caught:
        BLOCK.clean(made(status="done"))
    assert list(caught.value.block_errors) == ["evidence"]
    BLOCK.clean(made(status="done", evidence_url="https://example.org/map"))
    BLOCK.clean(made(status="planned"))


def test_progress_is_counted():
    rows = tuple(made(due_on=YESTERDAY, status=status) for status in ("done", "planned"))
    progress = Progress(rows)
    assert (progress.done, progress.total, progress.late) == (1, 2, 1)
    assert Progress(()).total == 0


def test_its_preview_shows_it_as_readers_will_see_it():
    preview = BLOCK.render(BLOCK.get_preview_value())
    assert "The map of skills is published" in preview
    assert "Done" in preview
