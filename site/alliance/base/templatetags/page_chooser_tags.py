from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from wagtail.models import Page

from ..page_chooser import offered, with_known_title

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/breadcrumbs.html", takes_context=True)
def known_breadcrumbs(context: Context, page: Page, querystring: str) -> dict[str, Any]:
    """The way up, by the names that the person may know."""
    request = context["request"]
    above = offered(page.get_ancestors(), request).order_by("path").specific(defer=True)
    items = [
        {
            "url": reverse("wagtailadmin_choose_page_child", args=[found.pk]) + querystring,
            "label": with_known_title(found, request.user).get_admin_display_title(),
        }
        for found in above
    ]
    return {"items": items, "is_expanded": True}
