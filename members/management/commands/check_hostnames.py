from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from ...dns_check import check_hostnames
from ...models import MemberHomePage


class Command(BaseCommand):
    help = "Look up the members' host names, and say which DNS record is missing."

    def handle(self, *args: Any, **options: Any) -> None:
        sites = Site.objects.filter(
            is_default_site=False, root_page__in=MemberHomePage.objects.all()
        )
        names = sites.order_by("hostname").values_list("hostname", flat=True)
        wrong = 0
        for finding in check_hostnames(list(names)):
            wrong += not finding.is_right
            self.stdout.write(finding.text)
        if wrong:
            raise CommandError(
                f"Host names that do not lead here: {wrong}. Make the records named above."
            )
