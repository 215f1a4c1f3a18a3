"""Fixtures for every test, and the life of the database server."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from wagtail.models import Locale

from alliance.base import tree
from tests import chromium
from tests.factories.site import make_home


def is_xdist_worker(config):
    return hasattr(config, "workerinput")


def pytest_sessionstart(session):
    """The first process starts the server, so that it outlives every worker."""
    embedded = settings.DATABASES["default"]["ENGINE"] == "alliance.embedded"
    if embedded and not is_xdist_worker(session.config) and not session.config.option.collectonly:
        from alliance.embedded.server import socket_directory

        socket_directory(Path(settings.VAR_DIR) / "postgres", durable=False)


def pytest_terminal_summary(terminalreporter):
    skipped = terminalreporter.stats.get("skipped", [])
    if any(chromium.MISSING in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(f"*** {chromium.MISSING} ***", red=True, bold=True)


@pytest.fixture(autouse=True)
def forget_what_is_held():
    """Nothing held in memory outlives the test that read it."""
    tree._held = None
    for cache in caches.all(initialized_only=True):
        cache.clear()
    yield
    tree._held = None


@pytest.fixture
def structured_data():
    """`structured_data(response)` is what a page tells search engines of itself."""

    def read(response):
        script = re.search(r'ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL)
        return json.loads(script[1])

    return read


@pytest.fixture
def english(db):
    return Locale.objects.get(language_code="en")


@pytest.fixture
def welsh(db):
    return Locale.objects.get_or_create(language_code="cy")[0]


@pytest.fixture
def home(db):
    """The English home page, the root of a site on which there is nothing else."""
    return make_home()
