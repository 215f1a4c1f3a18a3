import os

from .base import *

DEBUG = False
SECRET_KEY = "bench"
ALLOWED_HOSTS = ["*"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "smallest",
        "USER": "postgres",
        "HOST": os.environ["BENCH_POSTGRES"],
        "CONN_MAX_AGE": 60,
    }
}
WAGTAILADMIN_BASE_URL = "http://localhost"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
