from django.db.models import TextChoices

from alliance.base.own_words import gettext_lazy as _
from alliance.base.own_words import pgettext_lazy


class Purpose(TextChoices):
    """The pages that the law, or good manners, asks for."""

    NONE = "", pgettext_lazy("purpose", "An ordinary page")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")
    PRIVACY = "privacy", _("Privacy notice")
    COOKIES = "cookies", _("Cookie notice")
    COMPLAINTS = "complaints", _("Complaints procedure")


class ContactPurpose(TextChoices):
    CONTACT = "contact", _("Questions and messages")
    PROBLEM = "problem", _("Reports of a problem with a page")
    COMPLAINT = "complaint", _("Complaints")


class OutboundKind(TextChoices):
    """What a reader can do for libraries elsewhere."""

    JOIN = "join", _("Join")
    GIVE = "give", _("Give")
    SHOP = "shop", _("Shop")


class ResourceKind(TextChoices):
    TOOLKIT = "toolkit", _("Toolkit")
    GUIDE = "guide", _("Guide")
    JOB = "job", _("Job")
    TRAINING = "training", _("Training")


class PartnerRole(TextChoices):
    LEAD = "lead", pgettext_lazy("partner", "Lead")
    PARTNER = "partner", pgettext_lazy("partner", "Partner")
    FUNDER = "funder", pgettext_lazy("partner", "Funder")


class EventKind(TextChoices):
    MEETING = "meeting", _("Meeting")
    CONFERENCE = "conference", _("Conference")
    TRAINING = "training", pgettext_lazy("event", "Training")


class Scope(TextChoices):
    """Whose news the shared site's list shows; a member's list shows its own alone."""

    OWN = "", _("The alliance")
    ALL = "all", _("The alliance and all its members")


class When(TextChoices):
    UPCOMING = "", pgettext_lazy("events", "Upcoming")
    PAST = "past", pgettext_lazy("events", "Past")


class FeedTrouble(TextChoices):
    """What is wrong with what stands at the address of a feed, in words for who typed it."""

    NO_FEED = "no-feed", _("What is at this address is no feed, neither Atom nor RSS.")
    UNREADABLE = "unreadable", _("The feed is so broken that it cannot be read.")
