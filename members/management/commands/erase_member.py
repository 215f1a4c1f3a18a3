from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...erasing import NotErasableError, erase_member
from ...models import Organisation


class Command(BaseCommand):
    help = (
        "Deletes an archived member for good: pages, history, files, submissions, and people who "
        "belong nowhere else. Run export_member before."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("--confirm", metavar="SLUG", required=True, help="the same once more")

    def handle(self, *, slug: str, confirm: str, **options: Any) -> None:
        if slug != confirm:
            raise CommandError(f"“{confirm}” is not “{slug}”. Nothing was deleted.")
        organisation = Organisation.objects.filter(slug=slug).first()
        if organisation is None:
            raise CommandError(f"There is no organisation “{slug}”.")
        name = str(organisation)
        try:
            gone = erase_member(organisation)
        except NotErasableError as error:
            raise CommandError(f"Nothing was deleted. {error}") from error
        rest = "" if gone else " Its name stays, as other pages name it."
        self.stdout.write(f"{name} is erased.{rest}")
