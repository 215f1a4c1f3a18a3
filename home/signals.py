from typing import Any

from django.conf import settings
from django.db.models import ProtectedError, Q
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from members.models import Organisation

from .models import NewsPage


@receiver(pre_delete, sender=Organisation)
def keep_whose_press_office_releases_name(
    sender: type[Organisation], instance: Organisation, **kwargs: Any
) -> None:
    """The alliance's own releases belong to no organisation, and yet name one's contacts."""
    named = Q(press_contacts__organisation=instance)
    if instance.slug == settings.ALLIANCE_ORGANISATION:
        named |= Q(organisation=None, show_about=True)
    if pages := set(NewsPage.objects.filter(named)):
        raise ProtectedError("Press releases speak of this organisation.", pages)
