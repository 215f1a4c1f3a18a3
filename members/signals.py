from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .current import forget_memberships
from .grants import grant_pages
from .models import MemberHomePage, Membership, Organisation, ProgrammeHomePage
from .services import sync_groups
from .workflows import ensure_workflow


@receiver([post_save, post_delete], sender=Membership)
def derive_groups(sender: type[Membership], instance: Membership, **kwargs: Any) -> None:
    forget_memberships(instance.user)
    sync_groups(instance.user)


@receiver(post_save, sender=MemberHomePage)
@receiver(post_save, sender=ProgrammeHomePage)
def open_section_to_its_people(
    sender: type[MemberHomePage], instance: MemberHomePage, created: bool, **kwargs: Any
) -> None:
    """A section in one more language belongs to the same people, whoever translated it."""
    if created and instance.organisation and not instance.organisation.is_archived:
        for link in instance.organisation.groups.select_related("group"):
            grant_pages(link.group, instance, link.role)
        follow_moderation(Organisation, instance.organisation)


@receiver(post_save, sender=Organisation)
def follow_moderation(sender: type[Organisation], instance: Organisation, **kwargs: Any) -> None:
    """Once it is provisioned; until then there are neither leads nor a section."""
    if instance.groups.exists():
        ensure_workflow(instance)
