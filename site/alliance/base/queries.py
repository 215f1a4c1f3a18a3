from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    prefetch_related_objects,
)
from wagtail.models import Locale, Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from .models import BasePage


class BasePageQuerySet(PageQuerySet):
    def listable(self) -> Self:
        """What a menu, list, feed or sitemap may show to anyone."""
        return self.live().unrestricted().filter(alias_of__isnull=True)

    def unrestricted(self) -> Self:
        """As Wagtail's `public()`, within the one query."""
        listed_path = ExpressionWrapper(OuterRef("path"), CharField())
        restrictions: Any = PageViewRestriction.objects.alias(listed_path=listed_path)
        return self.exclude(Exists(restrictions.filter(listed_path__startswith=F("page__path"))))

    def in_locale(self, locale: Locale) -> Self:
        return self.filter(locale=locale)

    def in_locale_or_source(self, locale: Locale) -> Self:
        """The pages in a language and, where one is not translated, its source instead."""
        translated: Any = Page.objects.live().filter(
            translation_key=OuterRef("translation_key"), locale=locale, alias_of__isnull=True
        )
        source = Q(locale__language_code=settings.LANGUAGE_CODE) & ~Exists(translated)
        return self.filter(Q(locale=locale) | source)

    def in_section_of(self, page: "BasePage") -> Self:
        """What a list on this page gathers: its member's; on the alliance's pages, everyone's."""
        if page.organisation_id is None:
            return self.gathered()
        return self.filter(organisation_id=page.organisation_id)

    def gathered(self) -> Self:
        """What the alliance's own lists show: not what a member keeps to itself, and nothing
        twice that several members publish."""
        return self.filter(Q(organisation=None) | Q(own_section_only=False), original_key=None)

    def canonical(self) -> Self:
        """Without the copies whose original can be read in the same language."""
        originals = self.model._default_manager.listable().filter(
            translation_key=OuterRef("original_key"), locale=OuterRef("locale")
        )
        return self.filter(Q(original_key=None) | ~Exists(originals))

    def newest_first(self) -> Self:
        return self.order_by(F("listing_date").desc(nulls_last=True), "-pk")

    def for_cards(self) -> Self:
        """Load all that `components/page_card.html` shows, in a constant number of queries."""
        return self.for_card_rows().prefetch_related(self.card_texts())

    def for_card_rows(self) -> Self:
        """The same without what `load_cards` adds, for several lists at once."""
        return self.select_related("locale", "organisation").with_pictures()

    def with_pictures(self) -> Self:
        """Each page with its picture in all its sizes, in the one query."""
        from .models.media import renditions_of

        return self.select_related("image").annotate(picture_renditions=renditions_of("image"))

    def load_cards(self, pages: list[Any]) -> None:
        prefetch_related_objects(pages, self.card_texts())

    def card_texts(self) -> Prefetch:
        texts = self.model._meta.get_field("organisation").related_model.texts.rel.related_model
        return Prefetch("organisation__texts", texts._default_manager.select_related("locale"))


BasePageManager = PageManager.from_queryset(BasePageQuerySet)
