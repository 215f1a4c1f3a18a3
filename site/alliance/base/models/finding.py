from django.db import models

from ..own_words import gettext_lazy as _
from .page import BasePage


class FindingKind(models.TextChoices):
    """What can be wrong with a page; the label says what it is, `ADVICE` how to mend it."""

    PAGE_GONE = "page-gone", _("Link to a page that was deleted")
    PAGE_UNPUBLISHED = "page-unpublished", _("Link to a page that is not published")
    PAGE_RESTRICTED = "page-restricted", _("Link to a page that not everyone may read")
    FILE_GONE = "file-gone", _("Link to a file that was deleted")
    FILE_RESTRICTED = "file-restricted", _("Link to a file that not everyone may open")
    NO_ALT = "no-alt", _("Picture without alternative text")
    EMPTY_HEADING = "empty-heading", _("Heading without words")
    SKIPPED_LEVEL = "skipped-level", _("Heading that skips a level")
    EMPTY_LINK = "empty-link", _("Link without words")
    VAGUE_LINK = "vague-link", _("Link that does not say where it leads")
    ADDRESS_AS_LINK = "address-as-link", _("Web address as the words of a link")
    TABLE_HEADINGS = "table-headings", _("Table with a column that has no heading")
    CAPITALS = "capitals", _("Text in capitals")


ADVICE = {
    FindingKind.PAGE_GONE: _("Choose another page, or take the link out."),
    FindingKind.PAGE_UNPUBLISHED: _("Publish that page, choose another, or take the link out."),
    FindingKind.PAGE_RESTRICTED: _("Choose a public page, or say that readers must sign in."),
    FindingKind.FILE_GONE: _("Choose another file, or take the link out."),
    FindingKind.FILE_RESTRICTED: _("Choose a public file, or take the link out."),
    FindingKind.NO_ALT: _("Say what the picture shows, or tick that it is decorative."),
    FindingKind.EMPTY_HEADING: _("Write the heading, or take it out."),
    FindingKind.SKIPPED_LEVEL: _("Put a heading of the level above before it."),
    FindingKind.EMPTY_LINK: _("Write the words of the link, or take it out."),
    FindingKind.VAGUE_LINK: _("Name what one finds there: “Read the plan”."),
    FindingKind.ADDRESS_AS_LINK: _("Write the name of the page in place of its address."),
    FindingKind.TABLE_HEADINGS: _("Give each column a heading."),
    FindingKind.CAPITALS: _("Write it in small letters; use bold if it is important."),
}
BROKEN_LINKS = (
    FindingKind.PAGE_GONE,
    FindingKind.PAGE_UNPUBLISHED,
    FindingKind.PAGE_RESTRICTED,
    FindingKind.FILE_GONE,
    FindingKind.FILE_RESTRICTED,
)
ACCESSIBILITY = tuple(
    kind for kind in FindingKind if kind not in (*BROKEN_LINKS, FindingKind.NO_ALT)
)


class PageFinding(models.Model):
    """Something on a page that a reader would stumble over, found when the page was saved.

    Kept in a table, as a desk has no time to read through pages.
    """

    page = models.ForeignKey(BasePage, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=20, choices=FindingKind.choices, db_index=True)
    field = models.CharField(max_length=60)
    block = models.CharField(max_length=40, blank=True)  # the id of the block in the body
    excerpt = models.CharField(max_length=120, blank=True)
    target = models.CharField(max_length=30, blank=True, db_index=True)  # such as "page:12"

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.kind}"

    @property
    def advice(self) -> str:
        return str(ADVICE[FindingKind(self.kind)])

    @property
    def anchor(self) -> str:
        """Where in the editor it is: at its block, else at its field."""
        return f"block-{self.block}-section" if self.block else f"id_{self.field}"
