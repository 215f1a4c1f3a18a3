"""Programmes that several members run together: tenants like the members, and none themselves."""

from typing import Any

from django.http import HttpRequest

from alliance.base.enums import PageKind
from alliance.base.own_words import gettext_lazy as _

from .pages import MemberHomePage, SectionIndexPage


class ProgrammeIndexPage(SectionIndexPage):
    """The list of joint programmes."""

    page_description = _("Shows all programmes that members run together.")
    subpage_types = ["members.ProgrammeHomePage"]

    class Meta:
        verbose_name = _("list of joint programmes")
        verbose_name_plural = _("lists of joint programmes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..directory import section_cards

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "programmes": section_cards(request, is_programme=True)}


class ProgrammeHomePage(MemberHomePage):
    """The root of a joint programme's section in one language."""

    kind = PageKind.PROGRAMME
    page_description = _("The head of a joint programme’s section.")
    parent_page_types = ["members.ProgrammeIndexPage"]
    is_creatable = False

    class Meta:
        verbose_name = _("home page of a joint programme")
        verbose_name_plural = _("home pages of joint programmes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..shown_programmes import who_runs

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        self.shown_runners = who_runs(request, self.organisation)
        return {**context, "runners": self.shown_runners}

    def get_structured_data(self) -> dict[str, Any]:
        said = super().get_structured_data()
        if said:
            runners = getattr(self, "shown_runners", [])
            said["about"] |= {
                "@type": "Project",
                "member": [runner.as_data() for runner in runners],
            }
        return said
