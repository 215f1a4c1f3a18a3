"""What of its pages waits on the desk of a member."""

from functools import partial
from typing import Any

from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Revision

from alliance.base.models import BasePage, FindingKind, PageFinding
from alliance.base.models.finding import ACCESSIBILITY, BROKEN_LINKS
from alliance.base.own_words import gettext_lazy as _

from .desk import DeskItem, Entry, edit_url


def pages() -> QuerySet[Any]:
    return BasePage.objects.filter(alias_of=None).select_related("locale")


def drafts() -> QuerySet[Any]:
    waiting = Q(live=False) | Q(has_unpublished_changes=True)
    return pages().filter(waiting).exclude(pk__in=scheduled_keys())


def scheduled() -> QuerySet[Any]:
    return pages().filter(pk__in=scheduled_keys())


def scheduled_keys() -> QuerySet[Any]:
    revisions = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return revisions.values(key=Cast("object_id", BigIntegerField()))


def due_for_review() -> QuerySet[Any]:
    return pages().filter(live=True, due_for_review__lte=timezone.localdate())


def findings(kinds: tuple[FindingKind, ...]) -> QuerySet[Any]:
    return PageFinding.objects.filter(kind__in=kinds).select_related("page__locale")


def page_entry(page: Any) -> Entry:
    return Entry(page.draft_title or page.title, page.locale_code, edit_url(page))


def due_entry(page: Any) -> Entry:
    day = date_format(page.due_for_review)
    address = edit_url(page, "tab-settings")
    return Entry(page.draft_title or page.title, page.locale_code, address, day)


def finding_entry(finding: Any) -> Entry:
    page = finding.page
    address = edit_url(page, finding.anchor)
    title = page.draft_title or page.title
    return Entry(title, page.locale_code, address, finding.get_kind_display(), finding.advice)


def of_pages(key: str, label: Any, rows: Any, entry: Any, first: str) -> DeskItem:
    return DeskItem(label, key, rows, entry, organisation="organisation_id", first=first)


def of_findings(key: str, label: Any, kinds: tuple[FindingKind, ...]) -> DeskItem:
    whose = "page__organisation_id"
    rows = partial(findings, kinds)
    return DeskItem(label, key, rows, finding_entry, whose, "page__path", locale="page__locale")


def items_of_pages() -> list[DeskItem]:
    edited = "latest_revision_created_at"
    drafts_label = _("Drafts and unpublished changes")
    without_words = _("Pictures without alternative text")
    return [
        of_pages("drafts", drafts_label, drafts, page_entry, edited),
        of_pages("scheduled", _("Scheduled"), scheduled, page_entry, "path"),
        of_pages("review", _("To read through again"), due_for_review, due_entry, "due_for_review"),
        of_findings("links", _("Broken links"), BROKEN_LINKS),
        of_findings("pictures", without_words, (FindingKind.NO_ALT,)),
        of_findings("accessibility", _("What keeps some readers out"), ACCESSIBILITY),
    ]
