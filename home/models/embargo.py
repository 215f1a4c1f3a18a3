from datetime import datetime
from typing import Any, Self

from django.db import models
from django.utils import timezone

from alliance.base.own_words import gettext_lazy as _

from .routable import RoutablePage


class EmbargoPage(RoutablePage):
    """Holds a page back until its hour, by whichever way it is published.

    Wagtail schedules a revision whose `go_live_at` is to come. So the embargo sets it when
    the page is validated, when any revision is read to be published, and when it is saved.
    """

    live: bool
    go_live_at: datetime | None

    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_(
            "Until then nobody sees the page, whoever publishes it. Publish it now, and it "
            "appears by itself at that time."
        ),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A script that saves a live page under embargo gets what an editor would: a schedule."""
        fields = kwargs.get("update_fields")
        too_early = self.live and self.is_embargoed and (fields is None or "live" in fields)
        if too_early:
            self.live, self.live_revision = False, None
        super().save(*args, **kwargs)
        if too_early:
            self.save_revision(clean=False).publish()

    @property
    def is_embargoed(self) -> bool:
        return self.embargo_until is not None and self.embargo_until > timezone.now()

    def hold_back(self) -> None:
        hour = self.embargo_until
        if hour and self.is_embargoed:
            self.go_live_at = max(self.go_live_at or hour, hour)

    def clean(self) -> None:
        super().clean()
        self.hold_back()

    def with_content_json(self, content: dict[str, Any]) -> Self:
        page: Self = super().with_content_json(content)
        page.hold_back()
        return page
