from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PagePermissionTester, get_page_models
from wagtail.search import index

from alliance.base.blocks import LinkedPageBlock, body_field
from alliance.base.blocks.links import LinkValue
from alliance.base.enums import PageKind
from alliance.base.models import BasePage, User
from alliance.base.own_words import gettext_lazy as _
from alliance.base.queries import BasePageQuerySet
from alliance.base.rich_text import SHORT_TEXT_FEATURES
from members.models.pages import SECTION_PAGE_TYPES
from members.permissions import SectionRootPermissionTester

from ..enums import OutboundKind

LATEST = 6
COMING = 3


class PriorityBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label=_("Title"), max_length=80, help_text=_("A word or two, such as “Skills”.")
    )
    text = blocks.TextBlock(
        label=_("Text"),
        max_length=300,
        help_text=_("What you want to reach, in a sentence or two."),
    )
    page = LinkedPageBlock(
        label=_("Page"), required=False, help_text=_("Where the card leads, if anywhere.")
    )

    class Meta:
        label = _("Priority")
        description = _("A card that says what matters now, and where to read on.")
        icon = "tick"
        template = "home/priority.html"
        value_class = LinkValue
        preview_value = {"title": "Skills", "text": "Close the gaps in what library people know."}


class OutboundLinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        label=_("Words of the link"), max_length=80, help_text=_("Say what one finds there.")
    )
    url = blocks.URLBlock(label=_("Address"), help_text=_("On another site."))
    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=OutboundKind.choices,
        search_index=False,
        help_text=_("Links of one kind stand together."),
    )

    class Meta:
        label = _("Link")
        description = _("Leads to another site where readers can help.")
        icon = "link-external"
        template = "home/outbound_link.html"
        preview_value = {
            "label": "Give to libraries",
            "url": "https://example.org/",
            "kind": "give",
        }


class HomePage(BasePage):
    """The front door: who the alliance is, what it promises, and what is new everywhere."""

    kind = PageKind.INDEX
    page_description = _("The front page of a language.")
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        *SECTION_PAGE_TYPES,
        "home.TopicIndexPage",
        "home.JoinPage",
        "members.MemberIndexPage",
        "members.ProgrammeIndexPage",
        "pledges.PledgeIndexPage",
    ]

    mission = RichTextField(
        _("mission"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("Why the alliance exists, in two or three sentences, at the head of the page."),
    )
    priorities_heading = models.CharField(
        _("heading of the priorities"),
        max_length=100,
        blank=True,
        help_text=_("Leave empty for “Our priorities”."),
    )
    priorities = StreamField(
        [("priority", PriorityBlock())],
        verbose_name=_("priorities"),
        blank=True,
        max_num=8,
        help_text=_("What matters most now, as cards. Four read best."),
    )
    outbound_links = StreamField(
        [("link", OutboundLinkBlock())],
        verbose_name=_("join, give, shop"),
        blank=True,
        max_num=6,
        help_text=_("Ways to support libraries on other sites. Shown here and in every footer."),
    )
    body = body_field()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("mission"),
        MultiFieldPanel(
            [FieldPanel("priorities_heading"), FieldPanel("priorities")], heading=_("Priorities")
        ),
        FieldPanel("body"),
        FieldPanel("outbound_links"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("mission"),
        index.SearchField("priorities"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("home page")

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        """A translator edits and publishes it, but only staff take a whole language away."""
        return SectionRootPermissionTester(user, self)

    @property
    def is_untouched(self) -> bool:
        """As a new site has it: nobody has edited it, nor put a page below it."""
        return self.latest_revision_id is None and self.is_leaf()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        newest = self.from_everywhere(PageKind.NEWS, PageKind.REPORT).newest_first()
        events = self.from_everywhere(PageKind.EVENT).filter(listing_date__gte=timezone.now())
        latest, coming = list(newest[:LATEST]), list(events.order_by("listing_date")[:COMING])
        BasePage.objects.load_cards([*latest, *coming])
        return {**context, "latest": latest, "coming": coming}

    def outbound_by_kind(self) -> list[tuple[Any, list[Any]]]:
        """The ways to support libraries: to join first, then to give, then to shop."""
        by_kind = {
            kind: [link for link in self.outbound_links if link.value["kind"] == kind]
            for kind in OutboundKind
        }
        return [(kind.label, links) for kind, links in by_kind.items() if links]

    def from_everywhere(self, *kinds: PageKind) -> BasePageQuerySet:
        """Pages of some kinds, the alliance's and every member's."""
        types = [model for model in get_page_models() if getattr(model, "kind", None) in kinds]
        pages = BasePage.objects.listable().gathered().type(*types)
        return pages.in_locale_or_source(self.locale).for_card_rows()
