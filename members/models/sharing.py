from datetime import datetime
from typing import Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _

from ..enums import AdoptionState
from .organisation import Organisation


class OfferQuerySet(models.QuerySet["Offer"]):
    def open(self) -> Self:
        """Those of which there is something to read: a member that leaves offers nothing."""
        pages = BasePage.objects.listable().filter(translation_key=OuterRef("translation_key"))
        owner = models.Q(organisation=OuterRef("organisation")) | models.Q(organisation=None)
        return self.filter(Exists(pages.filter(owner)), organisation__archive=None)


class Offer(models.Model):
    """A member's word that others may copy a page, with its pictures, in every language in which
    it is published. It names the page by its key, so that one row stands for all languages."""

    translation_key = models.UUIDField(unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("offered by"),
        null=True,  # the alliance's own pages
        editable=False,
        on_delete=models.CASCADE,
        related_name="offers",
    )
    note = models.TextField(
        _("note"),
        blank=True,
        max_length=500,
        help_text=_("What others should know before they use the page, if anything."),
    )
    offered_at = models.DateTimeField(_("offered"), default=timezone.now, editable=False)
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offered page")
        verbose_name_plural = _("offered pages")
        ordering = ["-offered_at", "-pk"]

    def __str__(self) -> str:
        return str(self.translation_key)


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    def with_state(self) -> Self:
        """What became of each original, in the one query."""
        key = OuterRef("page__original_key")
        originals = BasePage.objects.listable().filter(
            translation_key=key, locale=OuterRef("page__locale")
        )
        offers = Offer.objects.open().filter(translation_key=key)
        return self.annotate(
            original_pk=Subquery(originals.values("pk")[:1]),
            version=Subquery(originals.values("last_published_at")[:1]),
            is_offered=Exists(offers),
        )


class Adoption(models.Model):
    """What was copied when, so that the copy can follow its original. Nothing here refers to a
    row of the other member's, which may go; whose the words are is kept by the page itself."""

    # What `with_state` reads.
    original_pk: int | None
    version: datetime | None
    is_offered: bool

    page = models.OneToOneField(BasePage, on_delete=models.CASCADE, related_name="adoption")
    adopted_at = models.DateTimeField(_("adopted"), default=timezone.now)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken = models.JSONField(encoder=DjangoJSONEncoder)  # the original's content, as it was then
    seen_version = models.DateTimeField(null=True)  # published then, and taken or decided against

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("adopted page")
        verbose_name_plural = _("adopted pages")
        ordering = ["-adopted_at", "-pk"]

    def __str__(self) -> str:
        return str(self.page)

    @property
    def state(self) -> str:
        """By what `with_state` has read."""
        if self.original_pk is None:
            return AdoptionState.WITHDRAWN
        if not self.is_offered:
            return AdoptionState.NOT_OFFERED
        return AdoptionState.CURRENT if self.version == self.seen_version else AdoptionState.CHANGED

    @property
    def state_label(self) -> str:
        return str(AdoptionState(self.state).label)
