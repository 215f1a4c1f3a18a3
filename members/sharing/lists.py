"""What is offered in the network, and what one has adopted."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.models import Locale, get_page_models

from alliance.base.models import BasePage, Topic
from alliance.base.own_words import gettext_lazy as _

from ..models import Adoption, Offer, Organisation
from .offers import pages_by_key
from .permissions import adoptions_of


def sharable_types() -> list[tuple[str, Any]]:
    models = [model for model in get_page_models() if getattr(model, "is_sharable", False)]
    return [(model._meta.model_name, model._meta.verbose_name) for model in models]


def of_pages(offers: QuerySet[Offer], **wanted: Any) -> QuerySet[Offer]:
    pages = BasePage.objects.listable().filter(translation_key=OuterRef("translation_key"))
    return offers.filter(Exists(pages.filter(**wanted)))


class OfferFilterSet(WagtailFilterSet):
    organisation = ModelChoiceFilter(
        label=_("Member"),
        queryset=Organisation.objects.filter(offers__isnull=False).distinct().with_texts(),
    )
    kind = ChoiceFilter(label=_("Kind"), choices=sharable_types, method="of_kind")
    language = ModelChoiceFilter(
        label=_("Language"), queryset=Locale.objects.all(), method="in_language"
    )
    topic = ModelChoiceFilter(
        label=_("Topic"), queryset=Topic.objects.with_texts(), method="on_topic"
    )

    class Meta:
        model = Offer
        fields = ("organisation",)

    def of_kind(self, offers: QuerySet[Offer], name: str, value: str) -> QuerySet[Offer]:
        return of_pages(offers, content_type__model=value)

    def in_language(self, offers: QuerySet[Offer], name: str, value: Locale) -> QuerySet[Offer]:
        return of_pages(offers, locale=value)

    def on_topic(self, offers: QuerySet[Offer], name: str, value: Topic) -> QuerySet[Offer]:
        return of_pages(offers, topics=value)


class LanguagesColumn(Column):
    """The public page in each language: what one would adopt is what everyone can read."""

    cell_template_name = "members/admin/offer_languages_cell.html"


class OfferIndexView(IndexView):
    page_title = _("Offered pages")
    default_ordering = "-offered_at"
    any_permission_required = ["view"]
    filterset_class = OfferFilterSet

    def get_base_queryset(self) -> QuerySet[Offer]:
        offers = Offer.objects.open().select_related("organisation")
        return offers.prefetch_related("organisation__texts__locale")

    def paginate_queryset(self, queryset: Any, page_size: Any) -> Any:
        found = super().paginate_queryset(queryset, page_size)
        pages = pages_by_key(found[2])
        for offer in found[2]:
            offer.pages = pages[offer.translation_key]
        return found


class AdoptionIndexView(IndexView):
    page_title = _("Adopted pages")
    default_ordering = "-adopted_at"
    any_permission_required = ["view"]

    def get_base_queryset(self) -> QuerySet[Adoption]:
        user: Any = self.request.user
        found = adoptions_of(user).with_state()
        return found.prefetch_related("page__organisation__texts__locale")


def title_of(offer: Any) -> str:
    return str(offer.pages[0].title) if offer.pages else ""


def kind_of(offer: Any) -> str:
    return str(offer.pages[0].cached_content_type.name) if offer.pages else ""


def member_of(offer: Any) -> str:
    return str(offer.pages[0].publisher_name) if offer.pages else ""


def way_to_adopt(offer: Offer) -> str:
    return reverse("offers:adopt", args=[offer.pk])


def way_to_compare(adoption: Adoption) -> str:
    return reverse("adoptions:compare", args=[adoption.pk])


OFFER_COLUMNS = [
    TitleColumn("title", label=_("Page"), accessor=title_of, get_url=way_to_adopt),
    Column("kind", label=_("Kind"), accessor=kind_of),
    Column("member", label=_("Member"), accessor=member_of),
    LanguagesColumn("pages", label=_("Read")),
    DateColumn("offered_at", label=_("Offered")),
]
ADOPTION_COLUMNS = [
    TitleColumn("title", label=_("Page"), accessor="page.draft_title", get_url=way_to_compare),
    Column("language", label=_("Language"), accessor="page.locale"),
    Column("publisher", label=_("First published by"), accessor="page.original_publisher"),
    Column("section", label=_("Section"), accessor="page.organisation"),
    Column("state", label=_("State"), accessor="state_label"),
    DateColumn("adopted_at", label=_("Adopted")),
]
