from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION
from wagtail.signals import post_page_move

from . import tree as trees
from .models import BasePage


@receiver(post_page_move)
def follow_the_section(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page that moves into another section belongs to that section, with all below it."""
    page = BasePage.objects.filter(pk=instance.pk).first()
    if page is None or kwargs["parent_page_before"].pk == kwargs["parent_page_after"].pk:
        return
    organisation_id = page.specific.get_section_organisation_id()
    below = BasePage.objects.filter(path__startswith=page.path)
    if organisation_id != page.organisation_id:
        below.filter(organisation_id=page.organisation_id).update(organisation_id=organisation_id)


@receiver([post_save, post_delete], sender=Site)
def read_root_paths_anew(sender: type[Site], **kwargs: Any) -> None:
    """Wagtail forgets them then, and would read them with a query or more for each site."""
    transaction.on_commit(warm_root_paths)


def warm_root_paths() -> None:
    """Once for all the sites that were saved together."""
    if cache.get(SITE_ROOT_PATHS_CACHE_KEY, version=SITE_ROOT_PATHS_CACHE_VERSION) is None:
        trees.refresh()
