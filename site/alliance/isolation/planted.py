from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from alliance.base.models import User
from members.models import MemberHomePage, Organisation


@dataclass
class Planted:
    """What the arguments of addresses are filled with."""

    organisation: Organisation
    owner: User
    root: MemberHomePage
    pages: dict[str, Page] = field(default_factory=dict)
    keys: dict[str, Any] = field(default_factory=dict)  # argument of an address: key of B's
    of_page: dict[str, dict[str, Any]] = field(default_factory=dict)  # such as its task
