from django.contrib.postgres.search import SearchVectorField
from django.db import models
from wagtail.models import Locale

from alliance.base.enums import PageKind
from alliance.base.models import BasePage
from members.models import Organisation

from .queries import IndexedPageQuerySet


class IndexedPage(models.Model):
    """All that a results page shows of a page, and its words, so that a search reads one
    table. It has a partition for each locale, which `partitions` makes.

    The database itself deletes a row with its page, so no way of deleting leaves one behind.
    """

    pk = models.CompositePrimaryKey("page_id", "locale_id")
    page = models.ForeignKey(BasePage, on_delete=models.DO_NOTHING, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.DO_NOTHING, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.DO_NOTHING, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=PageKind.choices)
    published_at = models.DateTimeField(null=True)
    quality = models.FloatField()
    title = models.TextField()
    body = models.TextField()
    words = SearchVectorField()

    objects = IndexedPageQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "indexed page"

    def __str__(self) -> str:
        return self.title
