"""What every installation shares. Each value that differs comes from the environment."""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy


class Env(environ.Env):
    """Says of a value that cannot be read whose it is."""

    def get_value(self, var: str, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().get_value(var, *args, **kwargs)
        except ValueError as error:
            raise ImproperlyConfigured(f"{var}: {error}") from error


env = Env()

BASE_DIR = Path(__file__).resolve().parents[3]
SITE_DIR = BASE_DIR / "site"
VAR_DIR = Path(env("ALLIANCE_VAR_DIR", default=str(BASE_DIR / "var")))

# --- Applications -----------------------------------------------------------

INSTALLED_APPS = [
    "home",
    "alliance.launch",
    "alliance.isolation",
    "alliance.translation",
    "alliance.sign_in",
    "search",
    "pledges",
    "members",
    "alliance.base",
    "wagtail_localize",
    "wagtail_localize.locales",  # replaces wagtail.locales
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "alliance.base.apps.PeopleConfig",  # stands for wagtail.users
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "alliance.base.hosts.HostMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "alliance.base.middleware.CacheControlMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "alliance.base.middleware.AdminPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "alliance.base.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alliance.base.own_words.middleware.OwnWordsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alliance.sign_in.middleware.SignInMiddleware",
    "alliance.base.middleware.StillInUseMiddleware",
    "alliance.base.middleware.UnfinishedMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "alliance.urls"
WSGI_APPLICATION = "alliance.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alliance.base.context_processors.site",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------

# Without DATABASE_URL an embedded PostgreSQL starts at the first connection.
DATABASES = {
    "default": env.db("DATABASE_URL")
    if env("DATABASE_URL", default="")
    else {"ENGINE": "alliance.embedded", "NAME": "alliance"}
}
if DATABASES["default"].get("ENGINE") not in ("alliance.embedded", "django.db.backends.postgresql"):
    raise ImproperlyConfigured("DATABASE_URL: the database is PostgreSQL, postgres://...")
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": env.cache("CACHE_URL", default="locmemcache://"),
    "pages": env.cache("CACHE_URL", default="locmemcache://pages"),
    "renditions": env.cache("CACHE_URL", default="locmemcache://renditions"),
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Languages --------------------------------------------------------------

# The one setting that languages come from; the first is the source language.
SITE_LANGUAGES = [code.strip() for code in env.list("SITE_LANGUAGES", default=["en", "cy", "gd"])]
if not SITE_LANGUAGES:
    raise ImproperlyConfigured("SITE_LANGUAGES: name at least one language, as en,cy,gd.")
if unknown := [code for code in SITE_LANGUAGES if "name" not in LANG_INFO.get(code, {})]:
    raise ImproperlyConfigured(f"SITE_LANGUAGES: Django knows no language {', '.join(unknown)}.")
LANGUAGES = [(code, gettext_lazy(LANG_INFO[code]["name"])) for code in SITE_LANGUAGES]
LANGUAGE_CODE = SITE_LANGUAGES[0]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
# Wagtail's admin speaks neither Welsh nor Gaelic; parts of it that are ours do.
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES[:1]
MESSAGE_STORAGE = "alliance.base.own_words.messages.MessageStorage"
LOCALE_PATHS = [SITE_DIR / "locale"]
FORMAT_MODULE_PATH = ["alliance.formats"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
WAGTAIL_I18N_ENABLED = True
# Publishing a source page must never publish its English under another language.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TIME_ZONE = "Europe/London"
USE_TZ = True

# --- People -----------------------------------------------------------------

AUTH_USER_MODEL = "base.User"
AUTHENTICATION_BACKENDS = ["home.demo.sign_ins.PublicPasswordBackend"]
# Whether the demonstration's people, whose password everybody knows, may be made and sign in.
PUBLIC_SIGN_INS = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL  # one place to sign in, for whatever page it is
WAGTAILADMIN_USER_LOGIN_FORM = "alliance.sign_in.forms.SignInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "alliance.sign_in.forms.PasswordResetForm"  # noqa: S105 - a form
# Whether alliance staff must have a second step before they do anything else.
REQUIRE_TWO_FACTOR = env.bool("REQUIRE_TWO_FACTOR", default=False)

# django-allauth has the second step, passkeys and sessions. It signs nobody up.
ACCOUNT_ADAPTER = "alliance.sign_in.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"  # people are invited by mail
ACCOUNT_FORMS = {"reauthenticate": "alliance.sign_in.forms.ConfirmByPasswordForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_ADAPTER = "alliance.sign_in.adapter.MFAAdapter"
MFA_FORMS = {
    "activate_totp": "alliance.sign_in.forms.AppForm",
    "add_webauthn": "alliance.sign_in.forms.PasskeyForm",
    "authenticate": "alliance.sign_in.forms.SecondStepForm",
    "reauthenticate": "alliance.sign_in.forms.ConfirmByCodeForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # clocks differ

# --- Files ------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [SITE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# --- Wagtail ----------------------------------------------------------------

WAGTAIL_SITE_NAME = gettext_lazy("Libraries Alliance")
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL", default="http://localhost:8000")
WAGTAILIMAGES_IMAGE_MODEL = "base.AllianceImage"
WAGTAILDOCS_DOCUMENT_MODEL = "base.AllianceDocument"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "epub", "odp", "ods", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip",
]  # fmt: skip
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "alliance.base.uploads.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "alliance.base.uploads.DocumentForm"
WAGTAILIMAGES_WEBP_QUALITY = 72
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "alliance.base.rich_text_editor.RichTextEditor"}
}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Security ---------------------------------------------------------------

# Public pages run no inline script and no inline style, so they need no nonce
# and any cache may hold them.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        # The players of `blocks.embeds`, once a reader has agreed; the admin frames previews.
        "frame-src": [
            SELF,
            "https://archive.org",
            "https://player.vimeo.com",
            "https://www.youtube-nocookie.com",
        ],
    },
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"  # Wagtail itself excepts its previews

# --- The alliance's own -----------------------------------------------------

# The footer says so.
DEMONSTRATION = env.bool("DEMONSTRATION", default=False)
SECURITY_CONTACT = env("SECURITY_CONTACT", default="")
PAGE_MAX_AGE = env.int("PAGE_MAX_AGE", default=60)
# For how long an invited person may choose a password.
INVITATION_DAYS = env.int("INVITATION_DAYS", default=14)
# For how long a link to a draft or to a private document may be good at most.
LINK_MAX_DAYS = env.int("LINK_MAX_DAYS", default=30)
if LINK_MAX_DAYS < 1:
    raise ImproperlyConfigured("LINK_MAX_DAYS: a link is good for one day or more.")
# After how long without a publication or a sign-in a member counts as idle.
IDLE_MONTHS = env.int("IDLE_MONTHS", default=6)
if not 1 <= IDLE_MONTHS <= 120:
    raise ImproperlyConfigured("IDLE_MONTHS: from one month to 120.")
# The slug of the organisation that issues what is of no member: its press contacts and texts.
ALLIANCE_ORGANISATION = env("ALLIANCE_ORGANISATION", default="libraries-alliance")
# What may be read at an address that an editor typed although it is not public: host:port.
FETCH_INTERNAL_ADDRESSES = env.list("FETCH_INTERNAL_ADDRESSES", default=[])
# Whom to ask where members' host names lead: address or address:port; else the machine's own.
DNS_RESOLVERS = env.list("DNS_RESOLVERS", default=[])
# How much of a member's own feed is read, and for how long.
FEED_MAX_BYTES = env.int("FEED_MAX_BYTES", default=2 * 1024 * 1024)
FEED_SECONDS = env.int("FEED_SECONDS", default=15)
# How many drafts one feed may bring at once.
FEED_MAX_DRAFTS = env.int("FEED_MAX_DRAFTS", default=20)
