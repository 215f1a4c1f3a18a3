from django.db.models import TextChoices

from alliance.base.own_words import gettext_lazy as _
from alliance.base.own_words import pgettext_lazy


class Kind(TextChoices):
    """The kinds of library body; one organisation may be of several."""

    NATIONAL = "national", _("National library")
    LEGAL_DEPOSIT = "legal-deposit", _("Legal deposit library")
    UNIVERSITY = "university", _("University or college")
    RESEARCH = "research", _("Research libraries")
    PUBLIC = "public", _("Public libraries")
    SCHOOL = "school", _("School libraries")
    CHILDREN = "children", _("Children’s services")
    HEALTH = "health", _("Health and hospital")
    PRISON = "prison", _("Prison libraries")
    INDEPENDENT = "independent", _("Independent libraries")
    COMMUNITY = "community", _("Community libraries")
    PROFESSIONAL = "professional", _("Professional body")
    FUNDER = "funder", _("Funder")
    OTHER = "other", _("Other body")


class Nation(TextChoices):
    ENGLAND = "england", _("England")
    NORTHERN_IRELAND = "northern-ireland", _("Northern Ireland")
    SCOTLAND = "scotland", _("Scotland")
    WALES = "wales", _("Wales")
    CROWN_DEPENDENCIES = "crown-dependencies", _("Crown Dependencies")
    IRELAND = "ireland", _("Ireland")


class Role(TextChoices):
    """What a person does in an organisation's section, from most to least."""

    LEAD = "lead", pgettext_lazy("role", "Lead")
    EDITOR = "editor", pgettext_lazy("role", "Editor")
    CONTRIBUTOR = "contributor", pgettext_lazy("role", "Contributor")


class Moderation(TextChoices):
    """Who approves what contributors submit."""

    NONE = "none", _("Nobody: contributors keep drafts, editors publish")
    LEADS = "leads", _("The member’s own leads")
    ALLIANCE = "alliance", _("The alliance’s editors")


class ApplicationStatus(TextChoices):
    WAITING = "waiting", pgettext_lazy("application", "Waiting")
    APPROVED = "approved", pgettext_lazy("application", "Approved")
    DECLINED = "declined", pgettext_lazy("application", "Declined")


class AdoptionState(TextChoices):
    """How a copy stands to the page that it was made from."""

    CURRENT = "current", pgettext_lazy("adopted page", "As the original")
    CHANGED = "changed", pgettext_lazy("adopted page", "The original has changed")
    NOT_OFFERED = "not-offered", pgettext_lazy("adopted page", "No longer offered")
    WITHDRAWN = "withdrawn", pgettext_lazy("adopted page", "The original was withdrawn")
