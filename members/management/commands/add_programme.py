from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...enums import Moderation
from ...hostnames import HostnameTakenError
from ...member_lists import form_data
from ...new_members import NoDirectoryError, add_member
from ...programme_forms import NewProgrammeForm


class Command(BaseCommand):
    help = "Adds a programme that members run together, with its section and first leads; repairs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the section's address, as in /en/programmes/SLUG/")
        parser.add_argument("name")
        parser.add_argument("--run-by", required=True, help="the members' slugs, as bodleian,nls")
        parser.add_argument("--languages", default="", help="codes, as en,cy")
        parser.add_argument("--people", default="", help="e-mail addresses of those who lead it")
        parser.add_argument("--moderation", default="", choices=Moderation.values)
        parser.add_argument("--hostname", default="", help="a name of its own, if it has one")

    def handle(self, **options: Any) -> None:
        run_by = options["run_by"].replace(",", " ").split()
        form = NewProgrammeForm({**form_data(options), "run_by": run_by}, repairs=True)
        if not form.is_valid():
            field, messages = next(iter(form.errors.items()))
            raise CommandError(f"{field}: {messages[0]}")
        try:
            programme = add_member(form.new_member())
        except NoDirectoryError as error:
            said = "Make a list of joint programmes first, under the home page."
            raise CommandError(said) from error
        except HostnameTakenError as error:
            raise CommandError("hostname: another site was given this name just now.") from error
        self.stdout.write(f"{programme} is a joint programme, run by {', '.join(run_by)}.")
