"""Things that are not pages, yet have names in several languages."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import get_language

from ..own_words import gettext_lazy as _


class LocalisedTextManager(models.Manager[Any]):
    """A text is never asked for without its language."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("locale")


class LocalisedText(models.Model):
    """The texts of one thing in one language. Subclasses add the parent, as `texts`."""

    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )

    objects = LocalisedTextManager()

    class Meta:
        abstract = True

    @property
    def locale_code(self) -> str:
        return self.locale.language_code


class TextsQuerySet(models.QuerySet[Any]):
    def with_texts(self) -> Self:
        """Fetch the names of every row in one query more, whatever their number."""
        texts = self.model._meta.get_field("texts").related_model
        return self.prefetch_related(
            models.Prefetch("texts", texts._default_manager.select_related("locale"))
        )


class TextsMixin:
    """Gives a model with `texts` rows the text in a language, or the best there is."""

    def text_in(self, language_code: str | None = None) -> Any:
        """The row in this language, else in the source language, else any; None without rows.

        Its `locale_code` tells which language that is, for the `lang` attribute.
        """
        texts = {text.locale_code: text for text in self.texts.all()}  # type: ignore[attr-defined]
        wanted = (language_code or get_language() or "", settings.LANGUAGE_CODE)
        found = next((texts[code] for code in wanted if code in texts), None)
        return found or next(iter(texts.values()), None)

    @property
    def text(self) -> Any:
        return self.text_in()
