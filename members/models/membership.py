from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models

from alliance.base.own_words import gettext_lazy as _

from ..enums import Role
from .organisation import Organisation


class Membership(models.Model):
    """The truth about who works for whom; groups and permissions derive from it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.EDITOR)
    chosen_at = models.DateTimeField(null=True, blank=True, editable=False)  # to work for, last

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation"], name="membership_unique")
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.organisation}: {self.get_role_display()}"


class OrganisationGroup(models.Model):
    """Django's group behind one role in one organisation, made when it is provisioned."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="groups")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="organisation_group")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "role"], name="organisation_group_unique"
            )
        ]

    def __str__(self) -> str:
        return self.group.name
