from typing import Any

from django.db.models import ProtectedError
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from members.models import Organisation


@receiver(pre_delete, sender=Organisation)
def keep_who_answers_for_an_action(
    sender: type[Organisation], instance: Organisation, **kwargs: Any
) -> None:
    """No database keeps one end of a many-to-many for the sake of the other: the action would
    silently be nobody's."""
    if actions := set(instance.actions.select_related("page")):
        raise ProtectedError("Actions are answered for by this organisation.", actions)
