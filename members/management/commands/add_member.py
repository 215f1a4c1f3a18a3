from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...enums import Kind, Moderation, Nation
from ...forms import NewMemberForm
from ...hostnames import HostnameTakenError
from ...member_lists import form_data
from ...new_members import NoDirectoryError, add_member


class Command(BaseCommand):
    help = "Adds a member with its section, and invites its first people; repairs one there is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the section's address, as in /en/members/SLUG/")
        parser.add_argument("name")
        parser.add_argument("--kinds", required=True, help=f"of {', '.join(Kind.values)}")
        parser.add_argument("--nations", default="", help=f"of {', '.join(Nation.values)}")
        parser.add_argument("--languages", default="", help="codes, as en,cy")
        parser.add_argument("--people", default="", help="e-mail addresses of those who lead it")
        parser.add_argument("--moderation", default="", choices=Moderation.values)

        parser.add_argument("--hostname", default="", help="a name of its own, if it has one")

    def handle(self, **options: Any) -> None:
        form = NewMemberForm(form_data(options), repairs=True)
        if not form.is_valid():
            field, messages = next(iter(form.errors.items()))
            raise CommandError(f"{field}: {messages[0]}")
        try:
            organisation = add_member(form.new_member())
        except NoDirectoryError as error:
            raise CommandError("Make a directory of members first, under the home page.") from error
        except HostnameTakenError as error:
            raise CommandError("hostname: another site was given this name just now.") from error
        self.stdout.write(f"{organisation} is a member, at /members/{organisation.slug}/.")
