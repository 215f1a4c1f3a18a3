from typing import Any, Self

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from alliance.base.blocks import body_field
from alliance.base.enums import PageKind
from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _
from alliance.base.paging import paginate
from alliance.base.queries import BasePageQuerySet

from ..enums import ResourceKind
from ..listing import ResourceFilterForm
from .fields import synchronised


class ResourceQuerySet(BasePageQuerySet):
    def current(self) -> Self:
        """Those that have not expired; the last day still counts."""
        return self.exclude(expires_on__lt=timezone.localdate())


class ResourceIndexPage(BasePage):
    kind = PageKind.INDEX
    page_description = _("Gathers the toolkits, guides, jobs and training below it.")
    parent_page_types = ["home.HomePage", "members.MemberHomePage", "members.ProgrammeHomePage"]
    subpage_types = ["home.ResourcePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of resources")
        verbose_name_plural = _("lists of resources")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        form = ResourceFilterForm(request)
        kind = form.answers()["kind"]
        resources = ResourcePage.objects.listable().current().in_section_of(self)
        if kind:
            resources = resources.filter(resource_kind=kind)
        resources = resources.in_locale_or_source(self.locale).newest_first().for_cards()
        return {**context, "form": form, "page_obj": paginate(request, resources)}


class ResourcePage(BasePage):
    kind = PageKind.RESOURCE
    page_description = _("A toolkit, a guide, a job or a training. It can have a last day.")
    parent_page_types = ["home.ResourceIndexPage"]
    subpage_types: list[str] = []

    resource_kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=ResourceKind.choices,
        help_text=_("Readers can ask the list for one kind only."),
    )
    audience = models.CharField(
        _("audience"), max_length=160, blank=True, help_text=_("For whom it is meant.")
    )
    link = models.URLField(
        _("link"), blank=True, help_text=_("Where to use it, apply or book, on another site.")
    )
    document = models.ForeignKey(
        "base.AllianceDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("A file to download, if there is one."),
    )
    expires_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("After this day it is in no list, and its page says that it has ended."),
    )
    body = body_field()

    objects = PageManager.from_queryset(ResourceQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("resource_kind"), FieldPanel("audience")]),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("link"), FieldPanel("document"), FieldPanel("expires_on")],
            heading=_("How to get it"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("audience"),
        index.SearchField("body"),
        index.FilterField("resource_kind"),
        index.FilterField("expires_on"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *synchronised("resource_kind", "expires_on"),
    ]

    class Meta:
        verbose_name = _("resource")

    @property
    def kind_label(self) -> str:
        return str(self.get_resource_kind_display())

    @property
    def has_expired(self) -> bool:
        return self.expires_on is not None and self.expires_on < timezone.localdate()
