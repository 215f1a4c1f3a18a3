from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
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
        _("address"),
        max_length=100,
        blank=True,
        help_text=_("The end of its page’s address. Leave it empty to have it made from the name."),
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

    def clean(self) -> None:
        super().clean()
        self.slug = self.slug or slugify(self.name)
        others = TopicText.objects.filter(locale_id=self.locale_id, slug=self.slug)
        if others.exclude(pk=self.pk).exists():
            message = _("Another topic has the address “%(slug)s” in this language.")
            raise ValidationError({"slug": message % {"slug": self.slug}})
