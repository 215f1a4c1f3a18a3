import secrets
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..own_words import gettext_lazy as _
from .media import AllianceDocument
from .page import BasePage


def make_key() -> str:
    return secrets.token_urlsafe(16)


class ExpiringLinkQuerySet(QuerySet["ExpiringLink"]):
    def open(self) -> "ExpiringLinkQuerySet":
        return self.filter(ends_at__gt=timezone.now())

    def of(self, thing: BasePage | AllianceDocument) -> "ExpiringLinkQuerySet":
        return self.filter(**{ExpiringLink.place_of(thing): thing.pk})


class ExpiringLink(models.Model):
    """An address at which whoever has it sees a draft or a private document, for a while.

    It shows one thing, a page or a document, and ends with it, as it does with the account
    of who made it. To revoke it is to delete it. Nothing is kept of those who use it.
    """

    key = models.CharField(max_length=32, unique=True, default=make_key, editable=False)
    page = models.ForeignKey(
        BasePage, null=True, blank=True, on_delete=models.CASCADE, related_name="expiring_links"
    )
    document = models.ForeignKey(
        AllianceDocument,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="expiring_links",
    )
    made_by = models.ForeignKey(
        "base.User", on_delete=models.CASCADE, related_name="expiring_links"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField(db_index=True)

    objects = ExpiringLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link that expires")
        verbose_name_plural = _("links that expire")
        constraints = [
            models.CheckConstraint(
                condition=Q(page=None) ^ Q(document=None), name="expiring_link_shows_one_thing"
            )
        ]

    def __str__(self) -> str:
        return str(self.ends_at)

    @staticmethod
    def place_of(thing: BasePage | AllianceDocument) -> str:
        return "page" if isinstance(thing, BasePage) else "document"

    @property
    def thing(self) -> BasePage | AllianceDocument:
        shown: Any = self.document or self.page
        found: BasePage | AllianceDocument = shown if self.document else shown.specific
        return found
