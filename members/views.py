from typing import Any

from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from .brand import stylesheet, stylesheet_hash
from .invitations import InvitationError, invited_user
from .models import Organisation

A_YEAR = 365 * 24 * 60 * 60


def brand(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    """An organisation's colours. An old address, from a page in some cache, gives the new ones."""
    organisation = get_object_or_404(Organisation, slug=slug)
    if not organisation.has_brand:
        raise Http404
    css = stylesheet(organisation.brand_primary, organisation.brand_secondary)
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    is_current = version == stylesheet_hash(css)
    age = f"max-age={A_YEAR}, immutable" if is_current else "max-age=60"
    response["Cache-Control"] = f"public, {age}"
    return response


@method_decorator(never_cache, name="dispatch")
class InvitationView(FormView):
    """Where an invited person chooses a password, and is signed in."""

    template_name = "members/invitation.html"
    form_class = SetPasswordForm
    success_url = reverse_lazy("wagtailadmin_home")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self.user = invited_user(kwargs["token"])
        except InvitationError:
            return render(request, "members/invitation_over.html", status=410)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.user}

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        login(self.request, form.save())
        return super().form_valid(form)
