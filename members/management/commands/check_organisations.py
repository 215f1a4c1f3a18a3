from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...consistency import misplaced_pages


class Command(BaseCommand):
    help = "Check that every page carries the organisation in whose section it is."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = list(misplaced_pages())
        for page in wrong:
            self.stdout.write(str(page))
        if wrong:
            raise CommandError(f"{len(wrong)} pages carry another organisation than their section.")
        self.stdout.write("Every page carries the organisation of its section.")
