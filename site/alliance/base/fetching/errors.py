from django.db.models import TextChoices

from ..own_words import gettext_lazy as _


class Trouble(TextChoices):
    """Why an address could not be read, in words for whoever typed it."""

    BAD_ADDRESS = "bad-address", _("This is not an address that begins with http:// or https://.")
    FORBIDDEN = "forbidden", _("This address is not on the open internet, so it is not read.")
    UNREACHABLE = "unreachable", _("The website does not answer.")
    INSECURE = "insecure", _("The website’s certificate is not valid.")
    TOO_SLOW = "too-slow", _("The website took too long to answer.")
    TOO_BIG = "too-big", _("What is at this address is too big.")
    TOO_MANY_REDIRECTS = "redirects", _("The address leads to one other address after another.")
    MISSING = "missing", _("There is nothing at this address any more.")
    REFUSED = "refused", _("The website refuses to give us what is at this address.")
    BROKEN = "broken", _("The website has a fault of its own just now.")


class FetchError(Exception):
    def __init__(self, trouble: Trouble, detail: object = "") -> None:
        self.trouble = trouble
        super().__init__(f"{trouble.value} {detail}".strip())
