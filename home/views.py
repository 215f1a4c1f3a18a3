from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from alliance.base.own_words import gettext as _
from alliance.translation.queries import translation_of

from .models import NewsPage
from .press_form import TranslatedContactsForm


@require_POST
@transaction.atomic
def choose_press_contacts(request: HttpRequest, page_id: int) -> HttpResponse:
    """Whom a translated release names: a choice among people is no text to translate."""
    page = get_object_or_404(NewsPage, pk=page_id)
    user: Any = request.user  # signed in: this is a view of the admin
    allowed = page.permissions_for_user(user)
    if not allowed.can_edit() or (page.live and not allowed.can_publish()):
        raise PermissionDenied
    if translation_of(page) is None:
        raise Http404
    form = TranslatedContactsForm(page, request.POST)
    if form.is_valid():
        form.save(user)
        messages.success(request, _("The press contacts are kept."))
    else:
        messages.error(request, _("These are not your press contacts. Nothing was changed."))
    return redirect("wagtailadmin_pages:edit", page.pk)
