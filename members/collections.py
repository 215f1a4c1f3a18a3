"""Where files are kept: a member's own, those only its people may open, and the alliance's."""

from django.conf import settings
from django.contrib.auth.models import Group
from wagtail.models import Collection, CollectionViewRestriction

from .grants import grant_choice
from .models import Organisation, OrganisationGroup

PRIVATE = "{name} (private)"


def ensure_collection(organisation: Organisation) -> Collection:
    if organisation.collection is None:
        collection = Collection(name=str(organisation))
        organisation.collection = Collection.get_first_root_node().add_child(instance=collection)
        organisation.save(update_fields=["collection"])
    return organisation.collection


def ensure_private_collection(organisation: Organisation, groups: list[Group]) -> Collection:
    """Where files stay that only the member's own people may open."""
    if organisation.private_collection is None:
        collection = Collection(name=PRIVATE.format(name=organisation))
        organisation.private_collection = ensure_collection(organisation).add_child(
            instance=collection
        )
        organisation.save(update_fields=["private_collection"])
    restriction, made = CollectionViewRestriction.objects.get_or_create(
        collection=organisation.private_collection,
        defaults={"restriction_type": CollectionViewRestriction.GROUPS},
    )
    if made:
        restriction.groups.set(groups)
    return organisation.private_collection


def ensure_shared_collection() -> Collection | None:
    """That of the alliance's own organisation: every member chooses from it, none changes it."""
    alliance = Organisation.objects.filter(slug=settings.ALLIANCE_ORGANISATION).first()
    if alliance is None or alliance.collection:
        return alliance.collection if alliance else None
    collection = ensure_collection(alliance)
    for link in OrganisationGroup.objects.filter(organisation__archive=None):
        grant_choice(link.group, collection)
    return collection
