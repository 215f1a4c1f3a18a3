"""Who may read what of an archive, where its old addresses lead, and that its member has left."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from modelcluster.models import model_from_serializable_data
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Revision,
    Site,
)

from ..hostnames import HostnameTakenError, clean_hostname, give_hostname, site_of
from ..members_only import who_may_read
from ..models import ArchivedMember, Organisation
from ..offboarding import close_groups, end_workflows
from .known import Known
from .organisations import plain
from .rewriting import Rewriter

Rows = list[dict[str, Any]]


def load_restrictions(organisation: Organisation, said: dict[str, Rows], known: Known) -> None:
    for row in said["pages"]:
        page = known.other(Page, row["of"])
        restrict(PageViewRestriction, {"page_id": page}, row, organisation)
    for row in said["collections"]:
        collection = known.other(Collection, row["of"])
        restrict(CollectionViewRestriction, {"collection_id": collection}, row, organisation)


def restrict(
    model: type[Any], place: dict[str, Any], said: dict[str, Any], organisation: Organisation
) -> None:
    """For groups that are not the member's, the place is closed until somebody names others."""
    kind = {"restriction_type": said["type"], "password": said["password"]}
    restriction, _ = model.objects.update_or_create(**place, defaults=kind)
    roles = organisation.groups.filter(role__in=said["roles"])
    restriction.groups.set(Group.objects.filter(organisation_group__in=roles))
    if said.get("for_members"):
        restriction.groups.add(*who_may_read())


def load_site(organisation: Organisation, said: dict[str, Any] | None, known: Known) -> Any:
    """Gives the member its host name unless it is somebody's here; the key of its old site."""
    if not said:
        return None
    name = said["hostname"]
    try:
        give_hostname(organisation, clean_hostname(name, organisation.slug))
    except (ValidationError, HostnameTakenError):
        known.more_notes.append(
            f"The host name {name} is another site's here, so the member has none. Its redirects "
            "from there are left out."
        )
    site = site_of(organisation)
    known.learn(Site, said["pk"], site.pk if site else None)
    return said["pk"]


def load_redirects(rows: Rows, own_site: Any, known: Known) -> None:
    rewriter = Rewriter(known.own, known.other)
    for row in rows:
        known.place = row["old_path"]
        said = rewriter.row(Redirect, row)
        if said is None or not (said["redirect_page"] or said["redirect_link"]):
            continue
        # Without its host such a redirect would hold on all hosts.
        if row["site"] is not None and row["site"] == own_site and said["site"] is None:
            continue
        if Redirect.objects.filter(old_path=said["old_path"], site=said["site"]).exists():
            known.more_notes.append(f"{known.place} leads elsewhere here already.")
            continue
        redirect = model_from_serializable_data(Redirect, {**said, "pk": None})
        redirect.save()


def load_archive(organisation: Organisation, said: dict[str, Any], known: Known) -> None:
    """Its people stay where they were. What was public can be so again from here, too."""
    archive = model_from_serializable_data(
        ArchivedMember, {**plain(ArchivedMember, said), "pk": None}
    )
    archive.organisation = organisation
    archive.published = [
        {
            **row,
            "page": known.other(Page, row["page"]),
            "revision": row["revision"] and known.other(Revision, row["revision"]),
        }
        for row in said["published"]
    ]
    archive.scheduled = {
        str(known.other(Revision, int(key))): moment for key, moment in said["scheduled"].items()
    }
    archive.save()
    end_workflows(organisation, None)
    close_groups(organisation)
