from typing import Any

from django.core.management.base import BaseCommand

from search.services import rebuild


class Command(BaseCommand):
    help = "Makes the public search's index anew, while it is in use. Can be run at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        number = rebuild(show_progress=True)
        self.stdout.write(f"{number} pages can be found.")
