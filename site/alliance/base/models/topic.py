from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from ..own_words import gettext_lazy as _
from .texts import LocalisedText, TextsMixin, TextsQuerySet


class Topic(TextsMixin, ClusterableModel):
    """One of a short list of subjects, kept by alliance editors and named in each language."""

    key = models.SlugField(
        _("key"), unique=True, help_text=_("A short name for the alliance's own use.")
    )

    objects = TextsQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["key"]

    def __str__(self) -> str:
        return self.text.name if self.text else self.key


class TopicText(LocalisedText):
    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=100, help_text=_("As readers see it."))
    slug = models.SlugField(
        _("slug"), max_length=100, help_text=_("The end of the address of its page.")
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("A sentence or two at the head of its page.")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["topic", "locale"], name="topic_text_unique"),
            models.UniqueConstraint(fields=["locale", "slug"], name="topic_slug_unique"),
        ]

    def __str__(self) -> str:
        return self.name
