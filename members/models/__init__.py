from .application import Application
from .archived import ArchivedMember
from .membership import Membership, OrganisationGroup
from .organisation import Organisation
from .organisation_text import OrganisationText, PressContact
from .pages import MemberHomePage, MemberIndexPage
from .programmes import ProgrammeHomePage, ProgrammeIndexPage
from .sharing import Adoption, Offer

__all__ = [
    "Adoption",
    "Application",
    "ArchivedMember",
    "MemberHomePage",
    "MemberIndexPage",
    "Membership",
    "Offer",
    "Organisation",
    "OrganisationGroup",
    "OrganisationText",
    "PressContact",
    "ProgrammeHomePage",
    "ProgrammeIndexPage",
]
