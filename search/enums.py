from django.db.models import TextChoices

from alliance.base.own_words import gettext_lazy as _


class Sort(TextChoices):
    RELEVANCE = "relevance", _("Best match first")
    DATE = "date", _("Newest first")
