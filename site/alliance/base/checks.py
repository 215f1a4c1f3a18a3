"""The project's own rules, as system checks, so that `manage.py check` tells who breaks one."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from wagtail.models import Page, get_page_models

from .models import BasePage


@register("alliance")
def page_types_build_on_base_page(**kwargs: Any) -> list[CheckMessage]:
    return [
        Error(f"{model.__name__} is not a BasePage.", obj=model, id="alliance.E001")
        for model in get_page_models()
        if model is not Page and not issubclass(model, BasePage)
    ]


@register("alliance")
def hosts_are_looked_at_before_all_else(**kwargs: Any) -> list[CheckMessage]:
    if settings.MIDDLEWARE[:1] != ["alliance.base.hosts.HostMiddleware"]:
        hint = "Put alliance.base.hosts.HostMiddleware first in MIDDLEWARE."
        return [Error("Any Host header would be believed.", hint=hint, id="alliance.E003")]
    return []


@register("alliance")
def source_text_is_never_published_as_translated(**kwargs: Any) -> list[CheckMessage]:
    if settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE:
        hint = "Set WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE to False."
        return [Error("English would be published as Welsh.", hint=hint, id="alliance.E002")]
    return []
