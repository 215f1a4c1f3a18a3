from django.apps import AppConfig

from alliance.base.own_words import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "alliance.translation"
    label = "translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        from . import signals  # noqa: F401
