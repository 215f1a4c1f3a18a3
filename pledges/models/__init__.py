from .action import Action, Milestone
from .pages import PledgeIndexPage, PledgePage

__all__ = ["Action", "Milestone", "PledgeIndexPage", "PledgePage"]
