from typing import Any

from django.core.management.base import BaseCommand

from alliance.base.page_checks.services import check_all


class Command(BaseCommand):
    help = "Looks through all pages for broken links and what keeps readers out, for the desks."

    def handle(self, **options: Any) -> None:
        pages = findings = 0
        for looked_at, found in check_all():
            pages, findings = pages + looked_at, findings + found
        self.stdout.write(f"Checked {pages} pages: {findings} findings.")
