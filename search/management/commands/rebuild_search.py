from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.services import rebuild


class Command(BaseCommand):
    help = "Makes the public search's index anew, while it is in use. Can be run at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            number = rebuild(show_progress=True)
        except KeyboardInterrupt:
            raise CommandError("Stopped. Readers find all that they found before.") from None
        self.stdout.write(f"{number} pages can be found.")
