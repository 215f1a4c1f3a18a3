"""In place of wagtail-localize's own, which look neither at the page nor at the language."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail_localize.components import TranslationComponentManager
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import stop_translation
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from alliance.base.own_words import gettext as _
from alliance.base.page_chooser import with_known_title

from .permissions import locales_offered, user_can_hand_on
from .queries import pages_translated, untranslated
from .services import withdraw_aliases


def leave_out(form: forms.Form, name: str) -> None:
    form.fields[name].disabled = True
    form.fields[name].widget = forms.HiddenInput()


class StartView(SubmitPageTranslationView):
    """Starts the translation of one page; what lies below it would be counted wrongly."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.object = self.get_object()
        user: Any = request.user  # signed in: this is a view of the admin
        self.locales = locales_offered(user, self.object)
        if not self.locales:
            raise PermissionDenied
        self.components = TranslationComponentManager.from_request(
            request, source_object_instance=self.object
        )
        return TemplateView.dispatch(self, request, *args, **kwargs)  # past localize's own check

    def get_subtitle(self) -> str:
        """A draft may call the page otherwise, which is not a translator's to know."""
        user: Any = self.request.user
        return str(with_known_title(self.object, user).get_admin_display_title())

    def get_form(self) -> forms.Form:
        form: forms.Form = super().get_form()
        leave_out(form, "include_subtree")
        locales: Any = form.fields["locales"]
        locales.queryset = locales.queryset.filter(pk__in=self.locales)
        return form

    @transaction.atomic
    def form_valid(self, form: forms.Form) -> HttpResponse:
        withdraw_aliases(self.object, form.cleaned_data["locales"], self.request.user)
        response: HttpResponse = super().form_valid(form)
        return response


class HandOnView(UpdateTranslationsView):
    """Hands what is new in the source to the translators, and publishes nothing: what nobody
    has translated yet would be published in the words of the source."""

    def get_object(self) -> Any:
        source = super().get_object()
        if not user_can_hand_on(self.request.user, source.get_source_instance()):
            raise PermissionDenied
        return source

    def get_form(self) -> forms.Form:
        form: forms.Form = super().get_form()
        leave_out(form, "publish_translations")
        return form


class WaitingView(TranslationsReportView):
    """Lists the translations that a person may work on, and no drafts of other people."""

    def get_queryset(self) -> QuerySet[Translation]:
        user: Any = self.request.user  # signed in: this is a view of the admin
        translations: QuerySet[Translation] = super().get_queryset()
        return translations.filter(Exists(pages_translated(user)))


@require_POST
def stop(request: HttpRequest, translation_id: int) -> HttpResponse:
    """A draft that was never published holds the source's words where it is not translated, and
    as a page of its own nothing would keep them from being published."""
    translation = get_object_or_404(Translation, pk=translation_id)
    page = translation.get_target_instance()
    user: Any = request.user  # signed in: this is a view of the admin
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if not page.live and untranslated(translation).exists():
        messages.error(request, _("Translate all of it first. The translation goes on."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    response: HttpResponse = stop_translation(request, translation_id)
    return response
