"""Every way that a page changes ends in one of these, be it an editor, a timer or a script.

Pages are taken in as they are saved, in the same transaction. Deleted ones the database
takes out by itself.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signals import post_page_move

# Imported so that its receivers run first: a page that moves changes its organisation.
from alliance.base import signals  # noqa: F401
from members.models import OrganisationText

from . import partitions, services

# What Wagtail saves by itself with every draft; the page that readers see stays as it is.
OF_NO_INTEREST = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "numchild",
}


@receiver(post_save)
def page_saved(
    sender: type, instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any
) -> None:
    """Saved as a whole, the instance is what it says; in part, it may be a draft in memory."""
    if raw or not isinstance(instance, Page):
        return
    if update_fields is None:
        services.index_page(instance)
    elif not OF_NO_INTEREST.issuperset(update_fields):
        services.index_pages([instance.pk])


@receiver(post_page_move)
def page_moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if kwargs["parent_page_before"].pk != kwargs["parent_page_after"].pk:
        services.index_below(instance)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def restriction_changed(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    if page := Page.objects.filter(pk=instance.page_id).first():
        services.index_below(page)


@receiver([post_save, post_delete], sender=OrganisationText)
def organisation_renamed(sender: type, instance: OrganisationText, **kwargs: Any) -> None:
    services.index_organisation(instance.organisation_id)


@receiver(post_save, sender=Locale)
def locale_made(sender: type[Locale], instance: Locale, **kwargs: Any) -> None:
    partitions.ensure_partition(instance.pk)


@receiver(post_delete, sender=Locale)
def locale_deleted(sender: type[Locale], instance: Locale, **kwargs: Any) -> None:
    partitions.drop_partition(instance.pk)
