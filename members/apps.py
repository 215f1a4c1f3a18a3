from django.apps import AppConfig

from alliance.base.own_words import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")

    def ready(self) -> None:
        from . import signals  # noqa: F401
