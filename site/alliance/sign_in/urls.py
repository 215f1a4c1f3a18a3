"""Below the admin, and before Wagtail's own. Of allauth only the pages that are needed here."""

from allauth.account.views import reauthenticate
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from . import views

# Before somebody is signed in, or as they prove anew who they are.
entrance = [
    path("", views.SignInView.as_view(), name="account_login"),
    path("second-step/", mfa.authenticate, name="mfa_authenticate"),
    path("passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("again/", reauthenticate, name="account_reauthenticate"),
    path("again/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("again/passkey/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]
own = [
    path("", views.SecurityView.as_view(), name="mfa_index"),
    path("", views.SecurityView.as_view(), name="mfa_list_webauthn"),
    path("app/", totp.activate_totp, name="mfa_activate_totp"),
    path("app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("passkeys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("sessions/<int:pk>/end/", views.end_session, name="sign_in_end_session"),
    path("sessions/end-others/", views.end_others, name="sign_in_end_others"),
]
urlpatterns = [
    path("login/", include(entrance)),
    path("account/sign-in/", include(decorate_urlpatterns(own, require_admin_access))),
    path(
        "password_reset/confirm/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(),
        name="sign_in_new_password",
    ),
]
