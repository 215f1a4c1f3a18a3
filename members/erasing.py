"""Deletes what is left of an archived member. There is no way back but an export made before."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import ProtectedError
from wagtail.models import (
    Collection,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Task,
    Workflow,
)
from wagtail_localize.models import String

from alliance.base.models import User

from .archives.exporting import collections_of, media_of, redirects_of
from .models import ArchivedMember, MemberHomePage, Organisation, OrganisationText, PressContact
from .offboarding import belongs_anywhere, section_of
from .workflows import name_of_own

FACTS = ("website", "email", "phone", "brand_primary", "brand_secondary")


class NotErasableError(Exception):
    """Why not, in one line."""


@transaction.atomic
def erase_member(organisation: Organisation) -> bool:
    """Says whether the organisation itself is gone, too. Who is named in pledges or as a partner
    keeps a name, and nothing else. Raises NotErasableError.
    """
    if not organisation.is_archived:
        raise NotErasableError(f"{organisation} is not archived. Archive it first.")
    archive: ArchivedMember = organisation.archive
    redirects_of(organisation).delete()
    delete_pages(organisation)
    try:
        delete_files(organisation)
    except ProtectedError as error:
        pages = ", ".join(sorted(str(thing) for thing in error.protected_objects))
        raise NotErasableError(f"A file of {organisation} is still used by: {pages}.") from error
    delete_workflow(organisation)
    organisation.offers.all().delete()  # as the organisation itself may stay, as a name
    delete_people(archive.people)
    Group.objects.filter(organisation_group__organisation=organisation).delete()
    archive.delete()
    return delete_organisation(organisation)


def delete_pages(organisation: Organisation) -> None:
    """Revisions, submissions, translations in the making and the like go with a page."""
    pages = list(section_of(organisation).values_list("pk", "translation_key"))
    sources = [key for _, key in pages]
    strings = String.objects.filter(segments__source__object_id__in=sources)
    kept = list(strings.values_list("pk", flat=True).distinct())
    for root in MemberHomePage.objects.filter(organisation=organisation):
        Page.objects.get(pk=root.pk).delete()
    String.objects.filter(pk__in=kept, segments=None, translations=None).delete()
    PageLogEntry.objects.filter(page_id__in=[pk for pk, _ in pages]).delete()


def delete_files(organisation: Organisation) -> None:
    """The files themselves go when all else has been written."""
    files = list(media_of(organisation))
    for file in files:
        forget(type(file), [file.pk])
        file.delete()
    top = collections_of(organisation).first()
    Organisation.objects.filter(pk=organisation.pk).update(
        logo=None, collection=None, private_collection=None
    )
    if top:
        Collection.objects.get(pk=top.pk).delete()


def forget(model: type[Any], keys: Iterable[Any]) -> None:
    kind = ContentType.objects.get_for_model(model)
    wanted = [str(key) for key in keys]
    ModelLogEntry.objects.filter(content_type=kind, object_id__in=wanted).delete()


def delete_workflow(organisation: Organisation) -> None:
    Workflow.objects.filter(name=name_of_own(organisation)).delete()
    Task.objects.filter(name=name_of_own(organisation)).delete()


def delete_people(people: Iterable[dict[str, Any]]) -> None:
    """Those whose accounts were closed as they belonged nowhere else, and still do not."""
    closed = [person["user"] for person in people if person["closed"]]
    for user in User.objects.filter(pk__in=closed, is_active=False):
        if not belongs_anywhere(user):
            user.delete()


def delete_organisation(organisation: Organisation) -> bool:
    PressContact.objects.filter(organisation=organisation).delete()
    applications = organisation.applications.all()  # who wrote them, and why
    forget(applications.model, applications.values_list("pk", flat=True))
    applications.delete()
    organisation = Organisation.objects.get(pk=organisation.pk)
    forget(Organisation, [organisation.pk])
    try:
        with transaction.atomic():
            organisation.delete()
    except ProtectedError:
        blank = {
            "website": "",
            "email": "",
            "phone": "",
            "brand_primary": "",
            "brand_secondary": "",
        }
        Organisation.objects.filter(pk=organisation.pk).update(**blank)
        texts = OrganisationText.objects.filter(organisation=organisation)
        texts.update(description="", about="")
        return False
    return True
