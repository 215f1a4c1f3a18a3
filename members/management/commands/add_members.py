from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from ...hostnames import HostnameTakenError
from ...member_lists import COLUMNS, REQUIRED, ListError, add_members, read_list
from ...new_members import NoDirectoryError


class Command(BaseCommand):
    help = (
        f"Adds the members of a CSV file with the columns {', '.join(COLUMNS)} (the first "
        f"{len(REQUIRED)} are needed): all of them or, when a row has a mistake, none."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, verbosity: int, **options: Any) -> None:
        try:
            members = read_list(file)
            with tqdm(total=len(members), unit="member", disable=not verbosity or None) as bar:
                add_members(members, bar.update)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except NoDirectoryError as error:
            raise CommandError("Make a directory of members first, under the home page.") from error
        except HostnameTakenError as error:
            raise CommandError("Nothing was added: a hostname was just given away.") from error
        except ListError as error:
            for mistake in error.mistakes:
                self.stderr.write(str(mistake))
            count = len(error.mistakes)
            raise CommandError(
                f"Nothing was added. Mend {count} in {file} and try again."
            ) from error
        self.stdout.write(f"{len(members)} members are there.")
