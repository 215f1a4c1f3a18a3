from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone

from alliance.base.fetching import Trouble
from alliance.base.languages import site_languages
from alliance.base.own_words import gettext_lazy as _

from ..enums import FeedTrouble

HOURLY, LONGEST = timedelta(hours=1), timedelta(days=2)
HOW_IT_WENT = ["etag", "last_modified", "trouble", "failures", "fetched_at", "next_fetch_at"]


def troubles() -> list[tuple[str, Any]]:
    return [*Trouble.choices, *FeedTrouble.choices]


class NewsFeedQuerySet(models.QuerySet["NewsFeed"]):
    def at_work(self) -> "NewsFeedQuerySet":
        """Those of members who are still here."""
        return self.filter(is_active=True, organisation__archive=None)

    def due(self, moment: datetime) -> "NewsFeedQuerySet":
        never, waited = models.Q(next_fetch_at=None), models.Q(next_fetch_at__lte=moment)
        return self.at_work().filter(never | waited)


class NewsFeed(models.Model):
    """The feed of a member's own website, of which drafts are made."""

    organisation = models.ForeignKey(
        "members.Organisation",
        verbose_name=_("organisation"),
        editable=False,
        on_delete=models.CASCADE,
        related_name="news_feeds",
    )
    url = models.URLField(
        _("address of the feed"),
        max_length=500,
        validators=[URLValidator(["http", "https"])],
        help_text=_("Of an Atom or RSS feed, for example https://www.example.org/news/feed/."),
    )
    index = models.ForeignKey(
        "home.NewsIndexPage",
        verbose_name=_("list of news"),
        on_delete=models.CASCADE,
        related_name="feeds",
        help_text=_("Drafts are made here, and in its translations for other languages."),
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        choices=site_languages,
        help_text=_(
            "Leave empty if the feed says it. Choose one if the feed says nothing, or is wrong."
        ),
    )
    is_active = models.BooleanField(
        _("read every hour"), default=True, help_text=_("Untick to stop for a while.")
    )
    etag = models.CharField(max_length=255, blank=True, editable=False)
    last_modified = models.CharField(max_length=255, blank=True, editable=False)
    fetched_at = models.DateTimeField(_("last read"), null=True, editable=False)
    next_fetch_at = models.DateTimeField(_("next time"), null=True, editable=False)
    failures = models.PositiveSmallIntegerField(default=0, editable=False)
    trouble = models.CharField(
        _("trouble"), max_length=20, blank=True, editable=False, choices=troubles
    )
    languages_skipped = models.JSONField(default=list, editable=False)  # for want of a list

    objects = NewsFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ["organisation__slug", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "url"],
                name="feed_once_a_member",
                violation_error_message=_("This feed is there already."),
            )
        ]

    def __str__(self) -> str:
        return self.url

    def clean(self) -> None:
        super().clean()
        if self.index_id and self.index.organisation_id is None:
            raise ValidationError({"index": _("Choose a list of news in a member’s section.")})

    def forget(self) -> None:
        """Its address is another now: read it anew, and soon."""
        self.etag = self.last_modified = self.trouble = ""
        self.failures, self.next_fetch_at = 0, None

    def read_well(self) -> None:
        self.trouble, self.failures = "", 0
        self.fetched_at = timezone.now()
        self.next_fetch_at = self.fetched_at + HOURLY
        self.save(update_fields=[*HOW_IT_WENT, "languages_skipped"])

    def failed(self, trouble: str) -> None:
        """Each time it waits twice as long, and asks anew for all that there is."""
        self.trouble, self.etag, self.last_modified = trouble, "", ""
        self.failures = min(self.failures + 1, 10)
        self.fetched_at = timezone.now()
        self.next_fetch_at = self.fetched_at + min(HOURLY * 2**self.failures, LONGEST)
        self.save(update_fields=HOW_IT_WENT)


class FeedEntry(models.Model):
    """That something was taken from a feed: it comes once, even if its draft was deleted."""

    feed = models.ForeignKey(NewsFeed, on_delete=models.CASCADE, related_name="entries")
    key = models.CharField(max_length=64)  # a hash, as feeds name things by whatever they like
    digest = models.CharField(max_length=64)
    page = models.OneToOneField(
        "home.NewsPage", null=True, on_delete=models.SET_NULL, related_name="feed_entry"
    )
    # Whether anybody has touched the draft since: then it has a newer one.
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_at = models.DateTimeField(_("taken"), default=timezone.now)

    class Meta:
        verbose_name = _("entry of a feed")
        verbose_name_plural = _("entries of feeds")
        constraints = [models.UniqueConstraint(fields=["feed", "key"], name="entry_once_a_feed")]

    def __str__(self) -> str:
        return self.key
