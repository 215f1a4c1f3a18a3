from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from ...archives.importing import import_member
from ...archives.package import ArchiveError


class Command(BaseCommand):
    help = "Loads a member from a file of export_member: all of it or, if that fails, nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, verbosity: int, **options: Any) -> None:
        try:
            with tqdm(unit="item", disable=not verbosity or None) as bar:
                organisation, notes = import_member(file, bar.reset, bar.update)
        except ArchiveError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        for note in notes:
            self.stderr.write(note)
        state = "archived, as it was" if organisation.is_archived else "here"
        self.stdout.write(f"{organisation} is {state}, at /members/{organisation.slug}/.")
