from django.db import models
from django.utils import timezone

from alliance.base.own_words import gettext_lazy as _

from .organisation import Organisation


class ArchivedMember(models.Model):
    """That an organisation has left, since when, and what it takes to bring it back."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="archive"
    )
    archived_at = models.DateTimeField(_("archived since"), default=timezone.now)
    forwarding_url = models.URLField(_("new address"), blank=True)
    published = models.JSONField(default=list)  # of each page that was: page, revision, changed
    scheduled = models.JSONField(default=dict)  # when which revision would have appeared
    people = models.JSONField(default=list)  # who they were: user, role, closed

    class Meta:
        verbose_name = _("archived member")
        verbose_name_plural = _("archived members")

    def __str__(self) -> str:
        return str(self.organisation)
