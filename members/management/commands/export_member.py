from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from ...archives.exporting import export_member
from ...archives.package import ArchiveError
from ...models import Organisation


class Command(BaseCommand):
    help = "Writes a member's texts, pages, files and redirects to one file, for import_member."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("file", type=Path, help="such as member.zip; it must not exist yet")

    def handle(self, *, slug: str, file: Path, verbosity: int, **options: Any) -> None:
        organisation = Organisation.objects.filter(slug=slug).first()
        if organisation is None:
            raise CommandError(f"There is no organisation “{slug}”.")
        try:
            with tqdm(unit="item", disable=not verbosity or None) as bar:
                notes = export_member(organisation, file, bar.reset, bar.update)
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        for note in notes:
            self.stderr.write(note)
        self.stdout.write(f"{organisation} is in {file}.")
