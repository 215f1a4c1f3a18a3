"""What an organisation keeps once for each language."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey

from alliance.base.models.texts import LocalisedText
from alliance.base.own_words import gettext_lazy as _

from .organisation import Organisation


class OrganisationText(LocalisedText):
    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(
        _("short name"),
        max_length=60,
        blank=True,
        help_text=_("An abbreviation, where people know the organisation by it."),
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two sentences for the directory.")
    )
    about = models.TextField(
        _("about"), blank=True, help_text=_("The “about us” that ends each press release.")
    )

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "locale"], name="organisation_text_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PressContact(LocalisedText):
    """Whom journalists may ask; kept once for each language and offered to each release."""

    organisation = ParentalKey(
        Organisation, on_delete=models.CASCADE, related_name="press_contacts"
    )
    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("role"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    out_of_hours = models.BooleanField(
        _("answers out of hours"),
        default=False,
        help_text=_("Tick this if journalists may call in the evening and at weekends."),
    )

    class Meta:
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
        ordering = ["out_of_hours", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if not (self.email or self.phone):
            raise ValidationError({"email": _("Give an e-mail address or a telephone number.")})
