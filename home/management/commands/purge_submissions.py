from typing import Any

from django.core.management.base import BaseCommand

from members.applications import purge_applications

from ...services import purge_submissions


class Command(BaseCommand):
    help = "Delete the messages and applications that were kept for long enough."

    def handle(self, *args: Any, **options: Any) -> None:
        messages, applications = purge_submissions(), purge_applications()
        self.stdout.write(f"Deleted {messages} message(s), {applications} application(s).")
