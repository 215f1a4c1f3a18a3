"""For which of several organisations a person works just now: where their screens start from.

It changes nothing of what the person may do, which follows from all their memberships.
"""

from django.db.models import F, Prefetch, prefetch_related_objects
from django.utils import timezone

from alliance.base.models import User

from .models import Membership, Organisation, OrganisationText

HELD = "_memberships_held"


def organisations_of(user: User) -> list[Organisation]:
    """Those that a person works for, in order of their names."""
    found = [row.organisation for row in memberships_of(user)]
    return sorted(found, key=str) if len(found) > 1 else found


def current_organisation(user: User) -> Organisation | None:
    """The one that the person chose last, else the first one they came to."""
    return next((row.organisation for row in memberships_of(user)), None)


def memberships_of(user: User) -> list[Membership]:
    """The current one first; read once a request. Only several are told apart by their names."""
    found: list[Membership] | None = getattr(user, HELD, None)
    if found is None:
        latest = F("chosen_at").desc(nulls_last=True)
        found = list(user.memberships.select_related("organisation").order_by(latest, "pk"))
        if len(found) > 1:
            texts = OrganisationText.objects.select_related("locale")
            prefetch_related_objects(found, Prefetch("organisation__texts", texts))
        setattr(user, HELD, found)
    return found


def forget_memberships(user: User) -> None:
    if hasattr(user, HELD):
        delattr(user, HELD)


def work_for(user: User, organisation: Organisation) -> None:
    """It is kept with the membership, and so ends with it."""
    chosen = Membership.objects.filter(user=user, organisation=organisation)
    chosen.update(chosen_at=timezone.now())
    forget_memberships(user)
