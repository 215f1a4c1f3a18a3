from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.models import FORM_FIELD_CHOICES, AbstractFormField
from wagtail.models import TranslatableMixin

from alliance.base.own_words import gettext_lazy as _

from .fields import synchronised


class ContactFormField(TranslatableMixin, AbstractFormField):
    page = ParentalKey("home.ContactPage", on_delete=models.CASCADE, related_name="form_fields")

    field_type = models.CharField(
        _("Kind of answer"), max_length=16, choices=FORM_FIELD_CHOICES, default="singleline"
    )

    override_translatable_fields = synchronised("clean_name")

    panels = [
        FieldPanel("label", heading=_("Question"), help_text=_("As readers see it.")),
        FieldPanel("help_text", heading=_("Hint"), help_text=_("Stands below the question.")),
        FieldPanel(
            "required",
            heading=_("Must be answered"),
            help_text=_("Without this answer the message is not sent."),
        ),
        FieldPanel(
            "field_type",
            heading=_("Kind of answer"),
            help_text=_("A line, several lines, an e-mail address, a choice, and so on."),
            classname="formbuilder-type",
            required_on_save=True,
        ),
        FieldPanel(
            "choices",
            heading=_("Choices"),
            help_text=_("Each on a line of its own."),
            classname="formbuilder-choices",
        ),
        FieldPanel(
            "default_value",
            heading=_("Answer to begin with"),
            help_text=_("Already there when the form opens; readers can change it."),
            classname="formbuilder-default",
        ),
    ]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        verbose_name = _("question")
