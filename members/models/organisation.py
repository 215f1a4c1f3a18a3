from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from alliance.base.models.texts import LocalisedText, TextsMixin, TextsQuerySet

from ..enums import Kind, Nation

hex_colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Write the colour as # and six digits, for example #1a5276.")
)


class Organisation(TextsMixin, ClusterableModel):
    """The tenant: a body of the alliance, or a partner or funder without a section."""

    slug = models.SlugField(_("short address"), unique=True)
    is_member = models.BooleanField(_("is a member of the alliance"), default=True)
    kinds = ArrayField(
        models.CharField(max_length=20, choices=Kind.choices), verbose_name=_("kinds"), default=list
    )
    nations = ArrayField(
        models.CharField(max_length=20, choices=Nation.choices),
        verbose_name=_("nations"),
        default=list,
        blank=True,
    )
    languages = ArrayField(
        models.CharField(max_length=12), verbose_name=_("languages"), default=list, blank=True
    )
    logo = models.ForeignKey(
        "base.AllianceImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    brand_primary = models.CharField(
        _("main colour"), max_length=7, blank=True, validators=[hex_colour]
    )
    brand_secondary = models.CharField(
        _("second colour"), max_length=7, blank=True, validators=[hex_colour]
    )
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        verbose_name=_("collection"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="organisation",
    )

    objects = TextsQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.text.name if self.text else self.slug


class OrganisationText(LocalisedText):
    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two sentences for the directory.")
    )
    about = models.TextField(
        _("about"), blank=True, help_text=_("The “about us” that ends each press release.")
    )

    class Meta:
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
    out_of_hours = models.BooleanField(_("answers out of hours"), default=False)

    class Meta:
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
        ordering = ["out_of_hours", "name"]

    def __str__(self) -> str:
        return self.name
