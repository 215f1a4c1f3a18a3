from typing import Any

from django.urls import path
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from alliance.base.own_words import gettext_lazy as _

from ..models import Adoption, Offer
from .lists import (
    ADOPTION_COLUMNS,
    OFFER_COLUMNS,
    AdoptionIndexView,
    OfferIndexView,
)
from .views import AdoptionView, AdoptView, OfferPageView, WithdrawView


class ListViewSet(ModelViewSet):
    """A list and the steps that begin there; nothing is added, edited or deleted by a form."""

    copy_view_enabled = False
    inspect_view_enabled = False
    form_fields: list[str] = []

    def get_urlpatterns(self) -> list[Any]:
        return [
            found for found in super().get_urlpatterns() if found.name in ("index", "index_results")
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        names = ("add", "edit", "delete", "history", "usage")
        without = {f"{name}_url_name": None for name in names}
        return super().get_common_view_kwargs(**without, **kwargs)


class OfferViewSet(ListViewSet):
    model = Offer
    name = "offers"
    url_prefix = "sharing/offers"
    icon = "group"
    menu_label = _("Offered pages")
    index_view_class = OfferIndexView
    list_display = OFFER_COLUMNS

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("adopt/<int:pk>/", AdoptView.as_view(), name="adopt"),
            path("page/<int:page_id>/", OfferPageView.as_view(), name="offer"),
            path("page/<int:page_id>/withdraw/", WithdrawView.as_view(), name="withdraw"),
        ]


class AdoptionViewSet(ListViewSet):
    model = Adoption
    name = "adoptions"
    url_prefix = "sharing/adoptions"
    icon = "download"
    menu_label = _("Adopted pages")
    index_view_class = AdoptionIndexView
    list_display = ADOPTION_COLUMNS

    def get_urlpatterns(self) -> list[Any]:
        compare = path("compare/<int:pk>/", AdoptionView.as_view(), name="compare")
        return [*super().get_urlpatterns(), compare]


class SharingViewSetGroup(ViewSetGroup):
    items = (OfferViewSet, AdoptionViewSet)
    menu_label = _("Sharing")
    menu_icon = "group"
    menu_order = 270
