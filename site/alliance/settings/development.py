from .base import *  # noqa: F403
from .base import env

DEBUG = env.bool("DEBUG", default=True)
PUBLIC_SIGN_INS = True
SECRET_KEY = "development-only"  # noqa: S105
# The last lets Django itself pass what HostMiddleware has let in.
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"]), "*"]
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = "alliance@example.org"
DEMONSTRATION = env.bool("DEMONSTRATION", default=True)
