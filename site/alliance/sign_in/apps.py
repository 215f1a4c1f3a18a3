from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "alliance.sign_in"

    def ready(self) -> None:
        from . import signals  # noqa: F401
