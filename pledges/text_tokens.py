"""What a text may count of the pledges and their plans."""

from collections.abc import Callable

from wagtail.models import Locale

from alliance.base.own_words import gettext_lazy as _
from alliance.base.text_tokens import TextToken
from alliance.base.tree import Tree

from .plans import Plan, published_plans


def of_plans(count: Callable[[list[Plan]], int]) -> Callable[[Tree, Locale], int]:
    """All of them count the same plans, which are read once."""

    def read(tree: Tree, locale: Locale) -> int:
        key = ("counted_plans", locale.language_code)
        return count(tree.keep(key, lambda: published_plans(locale)))

    return read


def kept(plans: list[Plan]) -> int:
    """A pledge is kept when all that its plan promises is done."""
    return sum(0 < plan.progress.total == plan.progress.done for plan in plans)


def milestones_done(plans: list[Plan]) -> int:
    return sum(plan.progress.done for plan in plans)


def tokens() -> list[TextToken]:
    return [
        TextToken("pledges", _("Number of pledges"), of_plans(len)),
        TextToken("pledges_kept", _("Number of pledges kept"), of_plans(kept)),
        TextToken("milestones_done", _("Number of milestones done"), of_plans(milestones_done)),
    ]
