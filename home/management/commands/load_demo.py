from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.errors import Mistake
from home.demo.loading import load


class Command(BaseCommand):
    help = "Fills an empty site with the demonstration content of site/demo/."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--replace",
            action="store_true",
            help="Delete all pages, files and organisations first.",
        )

    def handle(self, *, replace: bool, verbosity: int, **options: Any) -> None:
        if not settings.PUBLIC_SIGN_INS:
            raise CommandError("Its sign-ins are public: not under production settings.")
        try:
            count = load(replace=replace, show_progress=verbosity > 0)
        except Mistake as mistake:
            raise CommandError(str(mistake)) from mistake
        if verbosity:
            self.stdout.write(f"Loaded {count} pages.")
