from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...consistency import misplaced_pages


class Command(BaseCommand):
    help = "Check that every page carries the organisation in whose section it is."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for wrong, found in enumerate(misplaced_pages(), start=1):  # noqa: B007
            self.stdout.write(str(found))
        if wrong:
            raise CommandError(f"{wrong} pages carry another organisation than their section.")
        self.stdout.write("Every page carries the organisation of its section.")
