from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ...feed_import.services import import_feed
from ...feed_import.tasks import fetch_due_feed
from ...models import NewsFeed


class Command(BaseCommand):
    help = "Have the worker read the feeds that are due, and make drafts of what is new."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--now", action="store_true", help="read them here, one after another")

    def handle(self, *args: Any, now: bool, **options: Any) -> None:
        due = list(NewsFeed.objects.due(timezone.now()).order_by("next_fetch_at", "pk"))
        if now:
            drafts = sum(import_feed(feed).made for feed in due)
            failed = NewsFeed.objects.filter(pk__in=[feed.pk for feed in due]).exclude(trouble="")
            said = f"Read {len(due)} feed(s): {drafts} new draft(s)"
            self.stdout.write(f"{said}, {failed.count()} could not be read.")
            return
        for feed in due:
            fetch_due_feed.enqueue(feed.pk)
        self.stdout.write(f"{len(due)} feed(s) will be read by the worker.")
