from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.mfa.base.views import IndexView
from allauth.usersessions.internal.flows.sessions import end_other_sessions, end_sessions
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from wagtail.admin.views import account

from alliance.base.own_words import gettext as _

from .devices import remember_device
from .permissions import user_needs_second_factor
from .sessions import rows


class SignInView(account.LoginView):
    """Wagtail's own page, whose right password leads on to the second step, if there is one."""

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.get_user()
        is_remembered = form.cleaned_data["remember"]
        self.request.session.set_expiry(settings.SESSION_COOKIE_AGE if is_remembered else 0)
        login = Login(user=user, redirect_url=self.get_success_url())
        return perform_password_login(self.request, {"email": user.email}, login)


class PasswordResetConfirmView(account.PasswordResetConfirmView):
    """Who can read the person's mail is no stranger, however often others guessed wrong."""

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        remember_device(response, self.user)
        return response


class SecurityView(IndexView):
    """All that a person's sign-in consists of, on one page."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        context = super().get_context_data(**kwargs)
        context["sessions"] = rows(UserSession.objects.purge_and_list(user))
        context["must_add"] = user_needs_second_factor(user)
        return context


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    end_sessions(request, [session])
    messages.success(request, _("The session is ended."))
    return redirect("mfa_index")


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    end_other_sessions(request, request.user)
    messages.success(request, _("All other sessions are ended."))
    return redirect("mfa_index")
