"""A database, a media folder and a mailbox for a while, in place of the system's own."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from django.test.utils import override_settings, setup_test_environment, teardown_test_environment

CACHE = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
IMMEDIATE = "django_tasks.backends.immediate.ImmediateBackend"  # no worker is at hand


@contextmanager
def scratch() -> Iterator[None]:
    with tempfile.TemporaryDirectory(prefix="audit-") as media, elsewhere(media):
        setup_test_environment(debug=False)
        try:
            with scratch_database():
                yield
        finally:
            teardown_test_environment()


@contextmanager
def elsewhere(media: str) -> Iterator[None]:
    """Nothing that the system runs on is written to: neither its files nor its caches."""
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    with override_settings(
        MEDIA_ROOT=media,
        TASKS={"default": {"BACKEND": IMMEDIATE}},
        STORAGES={**settings.STORAGES, "default": files},
        CACHES={name: {**CACHE, "LOCATION": f"audit-{name}"} for name in settings.CACHES},
    ):
        yield


@contextmanager
def scratch_database() -> Iterator[None]:
    """Made as a test's is, under a name that is nobody else's."""
    own = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"audit_{os.getpid()}"
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        yield
    finally:
        if connection.settings_dict["NAME"] != own:  # else it was never made
            connection.creation.destroy_test_db(own, verbosity=0)
        connection.settings_dict["TEST"]["NAME"] = None
