from typing import TYPE_CHECKING, Self

from django.db import models, transaction

if TYPE_CHECKING:
    from .report import Verdict

KEPT = 10


class AuditResult(models.Model):
    """What an audit of this system found, for alliance staff to see without a terminal."""

    ran_at = models.DateTimeField(auto_now_add=True)
    has_passed = models.BooleanField()
    lines = models.JSONField()  # the table of surfaces by role, and what was not exercised
    faults = models.JSONField()
    known = models.JSONField()

    class Meta:
        verbose_name = "audit result"
        ordering = ["-ran_at", "-pk"]
        get_latest_by = "ran_at"

    def __str__(self) -> str:
        return f"{self.ran_at:%Y-%m-%d %H:%M}"

    @classmethod
    @transaction.atomic
    def keep(cls, verdict: "Verdict", has_passed: bool) -> Self:
        """The newest few remain."""
        facts = {"lines": verdict.lines, "faults": verdict.faults, "known": verdict.known}
        made = cls.objects.create(has_passed=has_passed, **facts)
        newest = cls.objects.values("pk")[:KEPT]
        cls.objects.exclude(pk__in=list(newest.values_list("pk", flat=True))).delete()
        return made
