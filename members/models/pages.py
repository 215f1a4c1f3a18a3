from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PagePermissionTester
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from alliance.base.blocks import BodyBlock
from alliance.base.enums import PageKind
from alliance.base.models import BasePage, User

from ..permissions import SectionRootPermissionTester

SECTION_PAGE_TYPES = [
    "home.ContentPage",
    "home.NewsIndexPage",
    "home.EventIndexPage",
    "home.ReportIndexPage",
    "home.ResourceIndexPage",
    "home.ProgrammePage",
    "home.ContactPage",
]


class MemberIndexPage(BasePage):
    """The directory of members."""

    kind = PageKind.INDEX
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["members.MemberHomePage"]

    introduction = RichTextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("directory of members")


class MemberHomePage(BasePage):
    """The root of a member's section in one language."""

    kind = PageKind.MEMBER
    parent_page_types = ["members.MemberIndexPage"]
    subpage_types = SECTION_PAGE_TYPES

    welcome = RichTextField(_("welcome"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("welcome"), FieldPanel("body")]
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
        verbose_name = _("member’s home page")

    def get_section_organisation_id(self) -> int | None:
        return self.organisation_id

    def permissions_for_user(self, user: User) -> PagePermissionTester:
        return SectionRootPermissionTester(user, self)

    def clean(self) -> None:
        super().clean()
        if self.organisation and self.slug != self.organisation.slug:
            message = _("A section keeps the address “%(slug)s” in every language.")
            raise ValidationError({"slug": message % {"slug": self.organisation.slug}})
