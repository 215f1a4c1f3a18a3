from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PagePermissionTester
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from alliance.base.blocks import body_field
from alliance.base.enums import PageKind
from alliance.base.models import BasePage, User
from alliance.base.models.page import REVIEW_PANEL
from alliance.base.own_words import gettext_lazy as _
from alliance.base.paging import paginate
from alliance.base.rich_text import SHORT_TEXT_FEATURES

from ..permissions import SectionRootPermissionTester

MEMBERS_PER_PAGE = 48
SECTION_PAGE_TYPES = [
    "home.ContentPage",
    "home.NewsIndexPage",
    "home.EventIndexPage",
    "home.ReportIndexPage",
    "home.ResourceIndexPage",
    "home.ProgrammePage",
    "home.ContactPage",
]


class SectionIndexPage(BasePage):
    """A list of sections, which keeps itself: those of members, or of joint programmes."""

    kind = PageKind.INDEX
    schema_type = "CollectionPage"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("A few lines above the list. The list itself needs no care."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        abstract = True


class MemberIndexPage(SectionIndexPage):
    """The directory of members."""

    page_description = _("Shows all members; readers can ask for one kind or nation.")
    subpage_types = ["members.MemberHomePage"]

    class Meta:
        verbose_name = _("directory of members")
        verbose_name_plural = _("directories of members")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..directory import chosen_filters, directory

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        chosen = chosen_filters(request)
        found = directory(request, chosen)
        return {
            **context,
            "chosen": chosen,
            "kinds": found.choices["kind"],
            "nations": found.choices["nation"],
            "total": len(found.members),
            "page_obj": paginate(request, found.members, MEMBERS_PER_PAGE),
        }


class MemberHomePage(BasePage):
    """The root of a member's section in one language."""

    kind = PageKind.MEMBER
    schema_type = "AboutPage"
    page_description = _("The head of a member’s section.")
    parent_page_types = ["members.MemberIndexPage"]
    subpage_types = SECTION_PAGE_TYPES
    is_creatable = False  # `provision_member` makes it: one made by hand belongs to nobody

    welcome = RichTextField(
        _("welcome"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_(
            "A few lines to readers, at the head of your section. Contacts, latest news and "
            "commitments follow by themselves."
        ),
    )
    body = body_field()

    content_panels = [*BasePage.content_panels, FieldPanel("welcome"), FieldPanel("body")]
    settings_panels = [REVIEW_PANEL]  # a section has no end date
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("welcome"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *[field for field in BasePage.override_translatable_fields if field.field_name != "slug"],
        SynchronizedField("slug", overridable=False),
    ]

    class Meta:
        verbose_name = _("member home page")
        verbose_name_plural = _("member home pages")

    def get_section_organisation_id(self) -> int | None:
        return self.organisation_id

    @property
    def organisation_text(self) -> Any:
        """In the reader's language: a card in the Welsh directory has the Welsh name, even if
        the section itself is in English only."""
        return self.organisation.text_in() if self.organisation else None

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        return SectionRootPermissionTester(user, self)

    def clean(self) -> None:
        super().clean()
        if self.organisation and self.slug != self.organisation.slug:
            message = _("A section keeps the address “%(slug)s” in every language.")
            raise ValidationError({"slug": message % {"slug": self.organisation.slug}})
        if self.expire_at:
            raise ValidationError({"expire_at": _("A section’s home page cannot expire.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..queries import held_organisation

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        if self.organisation:
            self.organisation = held_organisation(request, self.organisation)
            context["contacts"] = self.organisation.contacts_in(self.locale_code)
        return context

    def get_structured_data(self) -> dict[str, Any]:
        organisation, text = self.organisation, self.organisation_text
        if organisation is None or text is None:
            return {}
        about = {"@type": "Organization", "name": text.name, "alternateName": text.short_name}
        about |= {"url": organisation.website, "email": organisation.email}
        return {"about": {name: value for name, value in about.items() if value}}
