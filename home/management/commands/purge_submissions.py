from typing import Any

from django.core.management.base import BaseCommand

from ...services import purge_submissions


class Command(BaseCommand):
    help = "Delete the messages that their contact page has kept for long enough."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Deleted {purge_submissions()} message(s).")
