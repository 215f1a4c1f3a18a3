from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page
from wagtail.query import PageQuerySet

from alliance.base.own_words import gettext as _
from alliance.base.own_words import ngettext

from .cascades import cascade, move_along
from .queries import drafts_of_translations, translation_of, untranslated
from .views import HandOnView, StartView, WaitingView, stop


@hooks.register("register_admin_urls", order=-1)  # before wagtail-localize's own at these addresses
def replace_views_of_localize() -> list[URLPattern]:
    return [
        path("localize/submit/page/<int:page_id>/", StartView.as_view()),
        path("localize/translate/<int:translation_id>/disable/", stop),
        path("localize/update/<int:translation_source_id>/", HandOnView.as_view()),
        path("localize/reports/translations/", WaitingView.as_view()),
        path("localize/reports/translations/results/", WaitingView.as_view(results_only=True)),
    ]


@hooks.register("before_edit_page", order=-1)  # before wagtail-localize's, which would publish
def publish_no_words_of_the_source(request: HttpRequest, page: Page) -> HttpResponse | None:
    """wagtail-localize fills what is not translated with the source's words, and publishes it."""
    asked = request.method == "POST" and request.POST.get("action") == "publish"
    translation = translation_of(page) if asked else None
    missing = untranslated(translation).count() if translation else 0
    if not missing:
        return None
    message = ngettext(
        "%(count)d text is not translated yet. Nothing was published.",
        "%(count)d texts are not translated yet. Nothing was published.",
        missing,
    )
    messages.error(request, message % {"count": missing})
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_convert_alias_page")
def make_no_page_of_an_alias_in_another_language(
    request: HttpRequest, page: Page
) -> HttpResponse | None:
    """It would be a page of this language in the words of the source; it is translated instead."""
    if page.alias_of is None or page.alias_of.locale_id == page.locale_id:
        return None
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def publish_translations_one_by_one(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """The draft of a translation that waits in a list was saved before its texts were
    translated: only the translation's own page puts them in."""
    if action_type != "publish":
        return None
    and_below = action.cleaned_form.cleaned_data.get("include_descendants")
    found = drafts_of_translations(objects, and_below).first()
    if found is None:
        return None
    message = _(
        "Open “%(title)s” and publish it there, with its translation. Nothing was published."
    )
    messages.error(request, message % {"title": found.get_admin_display_title()})
    return redirect(action.next_url)


@hooks.register("construct_translated_pages_to_cascade_actions")
def cascade_from_one(pages: list[Page], action: str) -> dict[Page, PageQuerySet]:
    """Wagtail asks only where a single page is moved, unpublished or deleted."""
    return {page: cascade(page, action) for page in pages}


@hooks.register("before_bulk_action")
def cascade_from_several(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """For all pages that are ticked in a list; to unpublish them says so to each of them."""
    if not isinstance(action, PageBulkAction):
        return
    user: Any = request.user  # signed in: this is a view of the admin
    for page in list(objects):
        if action_type == "delete":
            objects.extend(found for found in cascade(page, "delete") if found not in objects)
        elif action_type == "move":
            move_along(page, action.cleaned_form.cleaned_data["chooser"], user)
