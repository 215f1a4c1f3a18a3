"""How an organisation asks to join, and how the alliance answers."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from alliance.base.models import User

from .enums import ApplicationStatus
from .models import Application, Organisation

# A person has no need to ask more often; a program has.
MOST_AN_HOUR = 20
KEPT_DAYS = 365  # once it is decided


class TooManyError(Exception):
    """More applications came within an hour than people would send."""


def apply(**answers: Any) -> Application | None:
    """Keep an application and tell the alliance; None for one that waits already.

    Raises TooManyError.
    """
    from .tasks import tell_staff

    waiting = Application.objects.filter(status=ApplicationStatus.WAITING)
    if waiting.filter(
        email__iexact=answers["email"], organisation_name__iexact=answers["organisation_name"]
    ).exists():
        return None
    an_hour_ago = timezone.now() - timedelta(hours=1)
    if Application.objects.filter(received_at__gt=an_hour_ago).count() >= MOST_AN_HOUR:
        raise TooManyError
    application = Application.objects.create(**answers)
    tell_staff.enqueue(application.pk)
    return application


@transaction.atomic
def approve(application: Application, member: Organisation, user: User) -> None:
    """The invitation to the new section is mailed with it; this says that it is decided."""
    decide(application, ApplicationStatus.APPROVED, user, member=member)


@transaction.atomic
def decline(application: Application, reason: str, user: User) -> None:
    decide(application, ApplicationStatus.DECLINED, user, reason=reason)


def decide(application: Application, status: ApplicationStatus, user: User, **fields: Any) -> None:
    """Once only: who decides second changes nothing, and the applicant gets one mail."""
    from .tasks import tell_applicant

    waiting = Application.objects.filter(pk=application.pk, status=ApplicationStatus.WAITING)
    changed = waiting.update(status=status, decided_at=timezone.now(), decided_by=user, **fields)
    if changed:
        tell_applicant.enqueue(application.pk)


def purge_applications() -> int:
    """Delete what was decided long ago, with the name and address in it; says how many."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    deleted, _ = Application.objects.filter(decided_at__lt=before).delete()
    return deleted
