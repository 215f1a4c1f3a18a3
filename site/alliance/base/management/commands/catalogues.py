from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from alliance.base.catalogues import compile_catalogues, problems, update_catalogues


class Command(BaseCommand):
    help = "Keeps the catalogues of UI strings: --update, --check, --compile."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        action = parser.add_mutually_exclusive_group(required=True)
        action.add_argument("--update", action="store_true", help="collect strings anew")
        action.add_argument("--check", action="store_true", help="fail on untranslated strings")
        action.add_argument("--compile", action="store_true", help="write what Django reads")

    def handle(self, *, update: bool, check: bool, **options: Any) -> None:
        if update:
            update_catalogues()
        elif check:
            self.check_catalogues()
        else:
            compile_catalogues()

    def check_catalogues(self) -> None:
        found = list(problems())
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(f"{len(found)} strings are not translated.")
