from django.db.models import TextChoices

from alliance.base.own_words import pgettext_lazy


class Status(TextChoices):
    """What an editor says of a milestone. That it is late follows from its date."""

    PLANNED = "planned", pgettext_lazy("milestone", "Planned")
    UNDER_WAY = "under_way", pgettext_lazy("milestone", "Under way")
    DONE = "done", pgettext_lazy("milestone", "Done")
