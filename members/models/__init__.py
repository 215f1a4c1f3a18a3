from .application import Application
from .archived import ArchivedMember
from .membership import Membership, OrganisationGroup
from .organisation import Organisation
from .organisation_text import OrganisationText, PressContact
from .pages import MemberHomePage, MemberIndexPage

__all__ = [
    "Application",
    "ArchivedMember",
    "MemberHomePage",
    "MemberIndexPage",
    "Membership",
    "Organisation",
    "OrganisationGroup",
    "OrganisationText",
    "PressContact",
]
