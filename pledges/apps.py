from django.apps import AppConfig

from alliance.base.own_words import gettext_lazy as _


class PledgesConfig(AppConfig):
    name = "pledges"
    verbose_name = _("Pledges")

    def ready(self) -> None:
        from . import signals  # noqa: F401
