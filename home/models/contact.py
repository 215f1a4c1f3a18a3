from http import HTTPMethod
from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import FormMixin
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from alliance.base.models import BasePage
from alliance.base.own_words import gettext_lazy as _
from alliance.base.queries import BasePageQuerySet
from alliance.base.rich_text import SHORT_TEXT_FEATURES

from ..contact_forms import ContactFormBuilder, ContactPageForm, prefill
from ..enums import ContactPurpose
from ..forms import PublicForm
from ..mail import send_message
from .fields import synchronised
from .reviewed import ReviewedPage


class ContactPageQuerySet(BasePageQuerySet):
    def for_questions_about(self, page: BasePage) -> Self:
        """The contact page of a page's own section first, else the alliance's."""
        pages = self.listable().filter(purpose=ContactPurpose.CONTACT)
        sections = models.Q(organisation=page.organisation_id) | models.Q(organisation=None)
        pages = pages.filter(sections).in_locale_or_source(page.locale)
        return pages.select_related("locale").order_by(F("organisation").asc(nulls_last=True))


class ContactPage(FormMixin, ReviewedPage):
    """A form whose answers are mailed to one address, kept for a time, and then deleted."""

    page_description = _("A form for readers to write to you. You get their answers by e-mail.")
    parent_page_types = [
        "home.HomePage",
        "members.MemberHomePage",
        "members.ProgrammeHomePage",
        "home.ContentPage",
    ]
    subpage_types: list[str] = []
    allowed_http_methods = [*BasePage.allowed_http_methods, HTTPMethod.POST]
    form_builder = ContactFormBuilder
    base_form_class = ContactPageForm

    purpose = models.CharField(
        _("purpose"),
        max_length=20,
        choices=ContactPurpose.choices,
        default=ContactPurpose.CONTACT,
        help_text=_(
            "A form for problems fills in by itself, as the first short answer, the page that the "
            "reader came from. It needs an owner and dates of review; so does one for complaints."
        ),
    )
    intro = RichTextField(
        _("introduction"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("What readers should know before they write, in a few lines."),
    )
    thank_you = RichTextField(
        _("thanks"),
        blank=True,
        features=SHORT_TEXT_FEATURES,
        help_text=_("Shown once the message is sent: say what happens next, and when."),
    )
    recipient = models.EmailField(
        _("recipient"), help_text=_("Every message is mailed to this address.")
    )
    retention_days = models.PositiveSmallIntegerField(
        _("days to keep"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(730)],
        help_text=_("After so many days messages are deleted here. Keep none longer than needed."),
    )

    objects = PageManager.from_queryset(ContactPageQuerySet)()

    content_panels = [
        FormSubmissionsPanel(),
        *ReviewedPage.content_panels,
        FieldPanel("intro"),
        InlinePanel("form_fields", heading=_("Questions"), label=_("Question"), min_num=1),
        FieldPanel("thank_you"),
        MultiFieldPanel(
            [
                FieldPanel("purpose"),
                FieldRowPanel([FieldPanel("recipient"), FieldPanel("retention_days")]),
            ],
            heading=_("Where messages go"),
        ),
    ]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("intro")]
    override_translatable_fields = [
        *ReviewedPage.override_translatable_fields,
        *synchronised("purpose", "retention_days"),
    ]

    class Meta:
        verbose_name = _("contact form")

    @property
    def needs_owner(self) -> bool:
        return self.purpose != ContactPurpose.CONTACT

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.alias_of_id:
            return BasePage.serve(self, request, *args, **kwargs)
        if request.method == "POST":
            return self.receive(request)
        if "sent" in request.GET:
            return self.render_landing_page(request)
        initial = prefill(self.get_form_fields(), self.purpose, request.GET)
        return self.render_form(request, self.get_form(page=self, initial=initial))

    def receive(self, request: HttpRequest) -> HttpResponseBase:
        """Keeps and mails the message; what a program filled in is thanked for and dropped."""
        form = self.get_form(request.POST, page=self, request=request)
        if not form.is_valid():
            return self.render_form(request, form)
        if not form.is_from_a_program:
            self.process_form_submission(form)
        return redirect(f"{self.get_url(request)}?sent=1")

    def process_form_submission(self, form: PublicForm) -> Any:
        submission = self.get_submission_class().objects.create(form_data=form.answers, page=self)
        send_message(form, subject=self.title, recipient=self.recipient)
        return submission

    def render_form(self, request: HttpRequest, form: PublicForm) -> TemplateResponse:
        context = {**self.get_context(request), "form": form}
        return TemplateResponse(request, self.get_template(request), context)
