from http import HTTPMethod
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _
from alliance.base.rich_text import SHORT_TEXT_FEATURES
from members.applications import TooManyError, apply

from ..join_form import JoinForm
from .reviewed import ReviewedPage


class JoinPage(ReviewedPage):
    """Where an organisation asks to become a member; alliance staff answer in the admin."""

    page_description = _("A form for organisations that would like to join the alliance.")
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    allowed_http_methods = [*BasePage.allowed_http_methods, HTTPMethod.POST]

    intro = RichTextField(
        _("introduction"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("Who can join, what it costs and what it brings, in a few lines."),
    )
    thank_you = RichTextField(
        _("thanks"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("Shown once the application is sent: say what happens next, and when."),
    )

    content_panels = [*ReviewedPage.content_panels, FieldPanel("intro"), FieldPanel("thank_you")]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("application to join")
        verbose_name_plural = _("applications to join")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.alias_of_id:
            return super().serve(request, *args, **kwargs)
        if request.method == "POST":
            return self.receive(request)
        return self.render_form(request, JoinForm())

    def receive(self, request: HttpRequest) -> HttpResponseBase:
        """What a program filled in is thanked for and dropped."""
        form, status = JoinForm(request.POST, request=request), 200
        if form.is_valid() and not form.is_from_a_program:
            try:
                apply(**form.answers, language=self.locale_code)
            except TooManyError:
                form.add_error(None, _("Too many applications came at once. Try again later."))
                status = 429
        if not form.is_valid():
            return self.render_form(request, form, status)
        return redirect(f"{self.get_url(request)}?sent=1")

    def render_form(
        self, request: HttpRequest, form: JoinForm, status: int = 200
    ) -> TemplateResponse:
        context = {**self.get_context(request), "form": form, "is_sent": "sent" in request.GET}
        return TemplateResponse(request, self.get_template(request), context, status=status)
