from django.conf import settings
from django.db import models
from django.utils import timezone

from alliance.base.languages import site_languages
from alliance.base.own_words import gettext_lazy as _

from ..enums import ApplicationStatus
from .organisation import Organisation


class Application(models.Model):
    """An organisation's wish to join the alliance, as somebody of it wrote it."""

    organisation_name = models.CharField(_("organisation"), max_length=200)
    website = models.URLField(_("website"), blank=True)
    contact_name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    why = models.TextField(_("why they would join"))
    language = models.CharField(_("language"), max_length=12, choices=site_languages)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    status = models.CharField(
        _("state"),
        max_length=10,
        choices=ApplicationStatus.choices,
        default=ApplicationStatus.WAITING,
    )
    reason = models.TextField(_("reason"), blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    member = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="applications"
    )

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-received_at"]

    def __str__(self) -> str:
        return self.organisation_name

    @property
    def is_waiting(self) -> bool:
        return self.status == ApplicationStatus.WAITING
