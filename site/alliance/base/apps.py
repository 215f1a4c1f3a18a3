from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig

from .own_words import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "alliance.base"
    label = "base"
    verbose_name = _("Foundations")
    default = True

    def ready(self) -> None:
        from . import checks, signals  # noqa: F401
        from .page_checks import signals as page_signals  # noqa: F401


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's users, in whose form a person's language can be chosen."""

    default = False
    user_viewset = "alliance.base.people.UserViewSet"
