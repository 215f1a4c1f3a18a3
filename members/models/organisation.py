from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from alliance.base.languages import site_languages
from alliance.base.models.texts import TextsMixin, TextsQuerySet
from alliance.base.own_words import gettext_lazy as _

from ..brand import stylesheet_url, validate_colours
from ..colours import PATTERN
from ..enums import Kind, Moderation, Nation
from ..fields import ChoiceArrayField

hex_colour = RegexValidator(
    PATTERN, _("Write the colour as # and six digits, for example #1a5276.")
)


class Organisation(TextsMixin, ClusterableModel):
    """The tenant: a body of the alliance, a programme that several of those run together, or a
    partner or funder without a section."""

    slug = models.SlugField(
        _("short address"),
        unique=True,
        help_text=_("The section’s address, /en/members/…/. It cannot change once it has one."),
    )
    is_member = models.BooleanField(
        _("is a member of the alliance"),
        default=True,
        help_text=_("Leave unticked for a partner, a funder or whoever else has no section."),
    )
    is_programme = models.BooleanField(
        _("is a programme run together"), default=False, editable=False
    )
    run_by = ParentalManyToManyField(
        "self",
        verbose_name=_("run by"),
        symmetrical=False,
        related_name="programmes_run",
        blank=True,
        limit_choices_to={"is_member": True},
        help_text=_(
            "The members that run it together. Their people work here only if they are invited."
        ),
    )
    kinds = ChoiceArrayField(
        models.CharField(max_length=20, choices=Kind.choices),
        verbose_name=_("kinds"),
        default=list,
        help_text=_("Readers filter the directory by these."),
    )
    nations = ChoiceArrayField(
        models.CharField(max_length=20, choices=Nation.choices),
        verbose_name=_("nations"),
        default=list,
        blank=True,
        help_text=_("Where the organisation works; all of them for a national body."),
    )
    languages = ChoiceArrayField(
        models.CharField(max_length=12, choices=site_languages),
        verbose_name=_("languages"),
        default=list,
        blank=True,
        help_text=_("In which the section exists, or soon will."),
    )
    logo = models.ForeignKey(
        "base.AllianceImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands on white, beside the name. A wide one reads best."),
    )
    brand_primary = models.CharField(
        _("main colour"),
        max_length=7,
        blank=True,
        validators=[hex_colour],
        help_text=_(
            "The ground of the section’s head, as # and six digits. White text stands on it, so "
            "the contrast with white must reach 4.5 : 1."
        ),
    )
    brand_secondary = models.CharField(
        _("second colour"),
        max_length=7,
        blank=True,
        validators=[hex_colour],
        help_text=_(
            "Edges and buttons on the main colour; the contrast with it must reach 3 : 1. "
            "The text on the buttons is set to black or white."
        ),
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("The organisation’s own site, elsewhere.")
    )
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("Shown to everyone."))
    phone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("Shown to everyone.")
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        verbose_name=_("collection"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="organisation",
    )

    private_collection = models.OneToOneField(
        "wagtailcore.Collection",
        verbose_name=_("private collection"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="organisation_in_private",
    )
    moderation = models.CharField(
        _("approval"),
        max_length=20,
        choices=Moderation.choices,
        default=Moderation.NONE,
        help_text=_("Who approves the pages that contributors submit."),
    )

    objects = TextsQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(is_member=True, is_programme=True),
                name="organisation_programme_is_no_member",
            )
        ]

    def __str__(self) -> str:
        return self.text.name if self.text else self.slug

    def clean(self) -> None:
        super().clean()
        validate_colours(self.brand_primary, self.brand_secondary)
        kept = type(self).objects.filter(pk=self.pk, pages__isnull=False).first()
        if kept and kept.slug != self.slug:
            message = _("The section’s address is “%(slug)s” and other sites link to it.")
            raise ValidationError({"slug": message % {"slug": kept.slug}})

    def contacts_in(self, language_code: str) -> list[Any]:
        """The press contacts in a language, else those in the source language."""
        contacts = list(self.press_contacts.all())
        wanted = (language_code, settings.LANGUAGE_CODE)
        found = ([row for row in contacts if row.locale_code == code] for code in wanted)
        return next((rows for rows in found if rows), [])

    @property
    def is_archived(self) -> bool:
        """It was a member, and its section is kept from readers and from its people."""
        return hasattr(self, "archive")

    @property
    def has_brand(self) -> bool:
        return bool(self.brand_primary and self.brand_secondary)

    @property
    def brand_url(self) -> str:
        return stylesheet_url(self.slug, self.brand_primary, self.brand_secondary)
