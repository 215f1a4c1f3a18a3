from .action import Action
from .pages import PledgeIndexPage, PledgePage

__all__ = ["Action", "PledgeIndexPage", "PledgePage"]
