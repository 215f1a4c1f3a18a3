from django.apps import AppConfig

from .own_words import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "alliance.base"
    label = "base"
    verbose_name = _("Foundations")

    def ready(self) -> None:
        from . import checks, signals  # noqa: F401
