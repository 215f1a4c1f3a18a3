"""Refuses to start without what only the operator can know, and says what that is."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import DATABASES, MIDDLEWARE, WAGTAILADMIN_BASE_URL, env

REQUIRED = ("SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "WAGTAILADMIN_BASE_URL", "EMAIL_URL")
if missing := [name for name in REQUIRED if not env(name, default="")]:
    raise ImproperlyConfigured(f"Set in the environment: {', '.join(missing)}")

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
# The last lets Django itself pass what HostMiddleware has let in.
ALLOWED_HOSTS = [name for name in env.list("ALLOWED_HOSTS") if name != "*"] + ["*"]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[WAGTAILADMIN_BASE_URL])
vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="webmaster@localhost")
REQUIRE_TWO_FACTOR = env.bool("REQUIRE_TWO_FACTOR", default=True)
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=1)
DATABASES["default"].setdefault("CONN_HEALTH_CHECKS", True)

# Inside what redirects and serves files, outside everything that makes a page.
MIDDLEWARE.insert(3, "alliance.base.held_pages.HeldPagesMiddleware")

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
# A web server beside this one asks by http, and follows no redirect.
SECURE_REDIRECT_EXEMPT = [r"^\.well-known/known-host$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
