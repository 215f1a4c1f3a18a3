"""Which members run a programme together. That alone opens nothing to their people."""

from django.db.models import Q

from alliance.base.models.texts import TextsQuerySet

from .models import Organisation


def members_that_run(programme: Organisation) -> TextsQuerySet:
    """Those that are members still."""
    return Organisation.objects.filter(programmes_run=programme, is_member=True)


def members_to_run(programme: Organisation | None = None) -> TextsQuerySet:
    """Who may be chosen: members, and those of it that have left meanwhile."""
    wanted = Q(is_member=True)
    if programme and programme.pk:
        wanted |= Q(programmes_run=programme)
    return Organisation.objects.filter(wanted).distinct().with_texts()
