"""What must be true before the site can be served; each step is quick when it is done already."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Site

from alliance.base.catalogues import compile_catalogues
from home.queries import site_has_content

Write = Callable[[str], object]


@contextmanager
def step(write: Write, doing: str) -> Iterator[None]:
    began = time.monotonic()
    write(f"{doing} ...")
    yield
    if (seconds := time.monotonic() - began) > 2:
        write(f"  done in {seconds:.0f} s")


def has_migrations_to_apply() -> bool:
    """Asked first, since a migration with nothing to do still takes a second."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def prepare(write: Write, port: int) -> None:
    with step(write, "Compiling the translations"):
        compile_catalogues()
    if has_migrations_to_apply():
        with step(write, "Updating the database"):
            call_command("migrate", interactive=False, verbosity=0)
    if settings.DEMONSTRATION and not site_has_content():
        with step(write, "Loading the demonstration content"):
            call_command("load_demo")
            # What it left to the worker is done now, and quietly.
            call_command("db_worker", batch=True, reload=False, startup_delay=False, verbosity=0)
    follow_port(port)


def follow_port(port: int) -> None:
    """Canonical addresses, feeds and the sitemap name the port that this computer serves at.

    Members' own names are served at the same one, so they go with it.
    """
    site = Site.objects.filter(is_default_site=True, hostname="localhost").first()
    if site and site.port != port:
        there = Site.objects.filter(port=port).values("hostname")
        Site.objects.filter(port=site.port).exclude(hostname__in=there).update(port=port)
        Site.clear_site_root_paths_cache()
