from typing import Self

from django.db.models import F, Prefetch
from wagtail.images import get_image_model
from wagtail.models import Locale, PageManager
from wagtail.query import PageQuerySet


class BasePageQuerySet(PageQuerySet):
    def listable(self) -> Self:
        """What a menu, list, feed or sitemap may show to anyone."""
        return self.live().public().filter(alias_of__isnull=True)

    def in_locale(self, locale: Locale) -> Self:
        return self.filter(locale=locale)

    def newest_first(self) -> Self:
        return self.order_by(F("listing_date").desc(nulls_last=True), "-pk")

    def for_cards(self) -> Self:
        """Load all that `components/page_card.html` shows, in a constant number of queries."""
        organisation = self.model._meta.get_field("organisation").related_model
        return self.select_related("locale").prefetch_related(
            Prefetch("organisation", organisation.objects.with_texts()),
            Prefetch("image", get_image_model().objects.prefetch_renditions()),
        )


BasePageManager = PageManager.from_queryset(BasePageQuerySet)
