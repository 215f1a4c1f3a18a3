from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import post_page_move

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
