from typing import Any

from django.core.management.base import BaseCommand

from alliance.base.expiring_links import purge_links


class Command(BaseCommand):
    help = "Forgets the links to drafts and private documents that have ended."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Deleted {purge_links()} link(s).")
