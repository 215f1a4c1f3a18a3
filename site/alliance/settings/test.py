from .base import *  # noqa: F403
from .base import VAR_DIR

DEBUG = False
PUBLIC_SIGN_INS = True
SECRET_KEY = "test-only"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver", "*"]
VAR_DIR = VAR_DIR / "test"
EMBEDDED_POSTGRES_DURABLE = False  # test data may be lost in a crash
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "alliance@example.org"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tasks run where they are enqueued, so that a test sees what they did.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# No test asks the network: one that looks a name up starts a server of its own.
DNS_RESOLVERS = ["127.0.0.1:9"]
