from collections import Counter
from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from alliance.base.blocks import body_field
from alliance.base.enums import PageKind
from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _
from alliance.base.rich_text import SHORT_TEXT_FEATURES
from members.enums import Kind, Nation
from members.models import OrganisationText

from ..enums import PartnerRole
from .fields import synchronised

TEXTS = Prefetch("organisation__texts", OrganisationText.objects.select_related("locale"))


class ProgrammePage(BasePage):
    """Work that several organisations do together, for a time, with somebody's money."""

    kind = PageKind.PROGRAMME
    page_description = _("Work done together with partners, for a time, with somebody’s money.")
    parent_page_types = ["home.HomePage", "members.MemberHomePage", "members.ProgrammeHomePage"]
    subpage_types: list[str] = []

    aims = RichTextField(
        _("aims"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("What the programme wants to bring about; a short list reads best."),
    )
    funder = models.ForeignKey(
        "members.Organisation",
        verbose_name=_("funder"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("One of the organisations that the alliance knows."),
    )
    funder_name = models.CharField(
        _("funders in words"),
        max_length=200,
        blank=True,
        help_text=_("Only if the funder is not in the list, or if there are several."),
    )
    starts_on = models.DateField(
        _("begins"), null=True, blank=True, help_text=_("The first day of the work.")
    )
    ends_on = models.DateField(
        _("ends"), null=True, blank=True, help_text=_("Leave empty if no end is set.")
    )
    audience_reach = models.PositiveIntegerField(
        _("people reached"), null=True, blank=True, help_text=_("As a plain number: 13000000.")
    )
    body = body_field()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("aims"),
        MultiFieldPanel(
            [
                FieldPanel("funder"),
                FieldPanel("funder_name"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("audience_reach"),
            ],
            heading=_("Funder, term and reach"),
        ),
        InlinePanel("partners", heading=_("Partners"), label=_("Partner")),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("aims"),
        index.SearchField("funder_name"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *synchronised("funder", "starts_on", "ends_on", "audience_reach", "partners"),
    ]

    class Meta:
        verbose_name = _("programme")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        rows = self.partners.select_related("organisation").prefetch_related(TEXTS)
        partners = [partner for partner in rows if partner.organisation]
        return {**context, "partners": partners, **counts(partners)}

    def faults(self) -> dict[str, Any]:
        faults = super().faults()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            faults["ends_on"] = _("A programme ends after it begins.")
        return faults

    @property
    def funder_text(self) -> OrganisationText | None:
        return self.funder.text_in(self.locale_code) if self.funder else None


class ProgrammePartner(Orderable):
    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "members.Organisation",
        verbose_name=_("organisation"),
        null=True,  # as long as the page is a draft
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("If one is missing here, ask the alliance office to add it."),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=PartnerRole.choices,
        default=PartnerRole.PARTNER,
        help_text=_("Funders are named, but not counted by kind and nation."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_role_display()}"


def counts(partners: list[ProgrammePartner]) -> dict[str, list[tuple[str, int]]]:
    """How many partners there are of each kind and in each nation: each once, no funders."""
    counted = {
        partner.organisation_id: partner.organisation
        for partner in partners
        if partner.organisation and partner.role != PartnerRole.FUNDER
    }
    kinds = Counter(kind for organisation in counted.values() for kind in organisation.kinds)
    nations = Counter(
        nation for organisation in counted.values() for nation in organisation.nations
    )
    return {
        "by_kind": [(str(kind.label), kinds[kind]) for kind in Kind if kinds[kind]],
        "by_nation": [(str(nation.label), nations[nation]) for nation in Nation if nations[nation]],
    }
