"""How a member leaves and, if need be, comes back; by screen or by command.

The organisation stays, since pledges may name it. Nothing is deleted: see `erasing` for that.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.dateparse import parse_datetime
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Revision,
    Workflow,
    WorkflowPage,
    WorkflowState,
)
from wagtail.signals import page_published

from alliance.base.expiring_links import revoke_links_of
from alliance.base.models import BasePage, User
from alliance.base.own_words import gettext as _

from .enums import Role
from .models import ArchivedMember, MemberHomePage, Membership, Organisation
from .services import add_membership, ensure_groups
from .workflows import ensure_workflow, name_of_own

ARCHIVE, RESTORE = "alliance.archive", "alliance.restore"


class NoSectionError(Exception):
    """There is nothing to archive."""

    def __str__(self) -> str:
        return _("This organisation has no section.")


@transaction.atomic
def archive_member(
    organisation: Organisation, forwarding_url: str | None = None, user: User | None = None
) -> ArchivedMember:
    """Take the section from readers and from its people; again, change only where it leads to.

    Raises NoSectionError.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if not organisation.is_archived:
        return withdraw(organisation, forwarding_url or "", user)
    archive: ArchivedMember = organisation.archive
    if forwarding_url is not None and forwarding_url != archive.forwarding_url:
        archive.forwarding_url = forwarding_url
        archive.save(update_fields=["forwarding_url"])
    return archive


def withdraw(organisation: Organisation, forwarding_url: str, user: User | None) -> ArchivedMember:
    if not MemberHomePage.objects.filter(organisation=organisation).exists():
        raise NoSectionError
    archive = ArchivedMember.objects.create(
        organisation=organisation,
        forwarding_url=forwarding_url,
        published=published_pages(organisation),
        scheduled=scheduled_revisions(organisation),
    )
    unpublish_section(organisation, user)
    end_workflows(organisation, user)
    archive.people = [dismiss(found) for found in organisation.memberships.select_related("user")]
    archive.save(update_fields=["people"])
    close_groups(organisation)
    collections = [organisation.collection_id, organisation.private_collection_id]
    revoke_links_of(organisation.pk, collections)
    organisation.is_member = False
    organisation.save(update_fields=["is_member"])
    log(organisation, ARCHIVE, user=user)
    return archive


def section_of(organisation: Organisation) -> Any:
    return BasePage.objects.filter(organisation=organisation).order_by("path")


def published_pages(organisation: Organisation) -> list[dict[str, Any]]:
    rows = section_of(organisation).filter(live=True)
    named = rows.values_list("pk", "live_revision_id", "has_unpublished_changes")
    return [dict(zip(("page", "revision", "changed"), row, strict=True)) for row in named]


def scheduled_revisions(organisation: Organisation) -> dict[str, str]:
    found = revisions_of(organisation).filter(approved_go_live_at__isnull=False)
    return {str(row.pk): row.approved_go_live_at.isoformat() for row in found}


def revisions_of(organisation: Organisation) -> Any:
    keys = [str(pk) for pk in section_of(organisation).values_list("pk", flat=True)]
    return Revision.page_revisions.filter(object_id__in=keys)


def unpublish_section(organisation: Organisation, user: User | None) -> None:
    """By Wagtail's own action, so that everything hears of it that listens for it. Whoever may
    archive a member may do this, be a page locked or not."""
    for page in section_of(organisation).filter(live=True).specific():
        page.refresh_from_db(fields=["live"])  # a translation goes with its source
        UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    revisions_of(organisation).update(approved_go_live_at=None)


def end_workflows(organisation: Organisation, user: User | None) -> None:
    pages = section_of(organisation)
    keys = [str(pk) for pk in pages.values_list("pk", flat=True)]
    kind = ContentType.objects.get_for_model(Page)
    states = WorkflowState.objects.active().filter(base_content_type=kind)
    for state in states.filter(object_id__in=keys):
        state.cancel(user=user)
    for workflow in Workflow.objects.filter(name=name_of_own(organisation), active=True):
        workflow.deactivate(user=user)
    WorkflowPage.objects.filter(page__in=pages).delete()


def dismiss(membership: Membership) -> dict[str, Any]:
    """End a membership, and close the account of who belongs nowhere else."""
    user = membership.user
    membership.delete()
    closed = user.is_active and not belongs_anywhere(user)
    if closed:
        user.is_active = False
        user.save(update_fields=["is_active"])
    return {"user": user.pk, "role": membership.role, "closed": closed}


def belongs_anywhere(user: User) -> bool:
    """To a member, to the alliance's staff, or to those who translate for it."""
    given = user.memberships.exists() or user.groups.exists() or user.user_permissions.exists()
    return user.is_superuser or user.is_staff or given


def close_groups(organisation: Organisation) -> None:
    groups = Group.objects.filter(organisation_group__organisation=organisation)
    GroupPagePermission.objects.filter(group__in=groups).delete()
    GroupCollectionPermission.objects.filter(group__in=groups).delete()
    for group in groups:
        group.permissions.clear()


@transaction.atomic
def restore_member(organisation: Organisation, user: User | None = None) -> bool:
    """Undo an archiving: the pages that were public are so again, and its people are back.

    Says whether there was anything to undo.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if not organisation.is_archived:
        return False
    archive: ArchivedMember = organisation.archive
    archive.delete()
    organisation = Organisation.objects.get(pk=organisation.pk)
    organisation.is_member = not organisation.is_programme
    organisation.save(update_fields=["is_member"])
    ensure_groups(organisation)
    ensure_workflow(organisation)
    bring_back(organisation, archive.people)
    republish(archive.published, user)
    reschedule(archive.scheduled)
    log(organisation, RESTORE, user=user)
    return True


def bring_back(organisation: Organisation, people: Iterable[dict[str, Any]]) -> None:
    """Those whose accounts are still there; only what the archiving closed is opened."""
    for person in people:
        user = User.objects.filter(pk=person["user"]).first()
        if user is None:
            continue
        if person["closed"]:
            user.is_active = True
            user.save(update_fields=["is_active"])
        add_membership(user, organisation, Role(person["role"]))


def republish(published: Iterable[dict[str, Any]], user: User | None) -> None:
    """What readers saw is still in each page's row, so that drafts begun since stay drafts."""
    for said in published:
        page = BasePage.objects.filter(pk=said["page"], live=False).specific().first()
        if page is None:
            continue
        revision = Revision.objects.filter(pk=said["revision"]).first()
        page.live, page.live_revision = True, revision
        latest_is_live = revision is None or page.latest_revision_id == revision.pk
        page.has_unpublished_changes = said["changed"] or not latest_is_live
        fields = ["live", "live_revision", "has_unpublished_changes"]
        page.save(update_fields=fields, clean=False)
        page_published.send(sender=page.specific_class, instance=page, revision=revision)
        log(page, "wagtail.publish", user=user)


def reschedule(scheduled: dict[str, str]) -> None:
    for pk, moment in scheduled.items():
        Revision.objects.filter(pk=pk).update(approved_go_live_at=parse_datetime(moment))
