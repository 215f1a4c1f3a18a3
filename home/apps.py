from django.apps import AppConfig

from alliance.base.own_words import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from . import signals, topic_addresses  # noqa: F401
