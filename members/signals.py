from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .models import Membership
from .services import sync_groups


@receiver([post_save, post_delete], sender=Membership)
def derive_groups(sender: type[Membership], instance: Membership, **kwargs: Any) -> None:
    sync_groups(instance.user)
