from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .models import MemberHomePage, Membership
from .services import grant_pages, sync_groups


@receiver([post_save, post_delete], sender=Membership)
def derive_groups(sender: type[Membership], instance: Membership, **kwargs: Any) -> None:
    sync_groups(instance.user)


@receiver(post_save, sender=MemberHomePage)
def open_section_to_its_people(
    sender: type[MemberHomePage], instance: MemberHomePage, created: bool, **kwargs: Any
) -> None:
    """A section in one more language belongs to the same people, whoever translated it."""
    if created and instance.organisation:
        for link in instance.organisation.groups.select_related("group"):
            grant_pages(link.group, instance, link.role)
