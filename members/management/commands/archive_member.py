from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import URLValidator

from ...models import Organisation
from ...offboarding import NoSectionError, archive_member, restore_member


class Command(BaseCommand):
    help = "Takes a member's section from its readers and its people; --undo brings it back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("--forward", metavar="URL", help="where readers may go on")
        parser.add_argument("--undo", action="store_true", help="bring the member back")

    def handle(self, *, slug: str, forward: str | None, undo: bool, **options: Any) -> None:
        organisation = Organisation.objects.filter(slug=slug).first()
        if organisation is None:
            raise CommandError(f"There is no organisation “{slug}”.")
        if undo and forward is not None:
            raise CommandError("A member that comes back needs no address to go on to.")
        if undo:
            done = restore_member(organisation)
            said = "is a member again" if done else "is not archived"
        else:
            self.archive(organisation, forward)
            said = "is archived"
        self.stdout.write(f"{organisation} {said}.")

    def archive(self, organisation: Organisation, forward: str | None) -> None:
        try:
            if forward:
                URLValidator(["http", "https"])(forward)
            archive_member(organisation, forward)
        except ValidationError as error:
            raise CommandError(f"--forward: “{forward}” is no address.") from error
        except NoSectionError as error:
            raise CommandError(str(error)) from error
