from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished
from wagtail_localize.models import TranslationSource

from .cascades import cascade
from .tasks import hand_on


@receiver(page_published)
def hand_on_what_is_new(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A translation is out of date as soon as readers see a newer source, whoever notices."""
    sources = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale=instance.locale_id
    )
    for source_id in sources.values_list("pk", flat=True):
        transaction.on_commit(partial(hand_on.enqueue, source_id))


@receiver(page_unpublished)
def unpublish_translations(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Whoever unpublishes the source: an editor, a list, or the day on which it expires."""
    if Page.objects.filter(pk=instance.pk, live=True).exists():
        return  # it is about to be deleted, and Wagtail only says so in this way
    for translation in cascade(instance, "unpublish").live().specific():
        translation.unpublish()
