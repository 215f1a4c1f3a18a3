import signal
import threading
import time
from datetime import timedelta
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SCHEDULE = {
    "publish_scheduled": MINUTE,
    "import_feeds": HOUR / 12,  # those that are due: each feed once an hour
    "clearsessions": DAY,
    "purge_links": DAY,
    "purge_submissions": DAY,
    "check_pages": DAY,
    "prune_db_task_results": DAY,
}


class Command(BaseCommand):
    help = "Publishes what is due each minute, has feeds read, and clears away what is stale."

    def handle(self, **options: Any) -> None:
        ended = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: ended.set())
        due = dict.fromkeys(SCHEDULE, 0.0)
        while not ended.wait(1):
            for name, moment in due.items():
                if time.monotonic() >= moment and not ended.is_set():
                    due[name] = time.monotonic() + SCHEDULE[name].total_seconds()
                    self.run_once(name)

    def run_once(self, name: str) -> None:
        """One failure must not end the schedule: the next minute tries again."""
        close_old_connections()
        try:
            call_command(name, stdout=StringIO())
        except Exception as error:
            self.stderr.write(f"{name}: {error!r}")
