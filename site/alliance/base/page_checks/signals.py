"""A page is looked at as it is saved, and those that link to it when what it is for readers
has changed."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from ..models import AllianceDocument, BasePage
from .services import check_pages, linking_to, linking_to_file, waiting_for
from .tasks import check_again


def check_later(keys: Iterable[int]) -> None:
    if found := sorted(keys):
        transaction.on_commit(partial(check_again.enqueue, found))


@receiver(post_save)
def page_saved(
    sender: type, instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any
) -> None:
    """A draft of a published page is saved beside it, in part: readers see what they saw."""
    if not raw and update_fields is None and isinstance(instance, BasePage):
        check_pages([instance])


@receiver(page_published)
def page_appeared(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    check_later(waiting_for(instance))


@receiver(page_unpublished)
@receiver(pre_delete, sender=Page)
def page_withdrawn(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    check_later(linking_to(Page.objects.filter(pk=instance.pk)) - {instance.pk})


@receiver(post_page_move)
def page_moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Where only some may read, or out of there."""
    if PageViewRestriction.objects.exists():
        check_later(linking_to(Page.objects.filter(path__startswith=instance.path)))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def restriction_changed(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    if page := Page.objects.filter(pk=instance.page_id).first():
        below = Page.objects.filter(path__startswith=page.path)
        inside = below.values_list("pk", flat=True)
        check_later(linking_to(below) | set(inside))


@receiver([post_save, pre_delete], sender=AllianceDocument)
def file_changed(sender: type, instance: AllianceDocument, **kwargs: Any) -> None:
    if not kwargs.get("created"):
        check_later(linking_to_file(instance))
