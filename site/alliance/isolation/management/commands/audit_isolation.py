import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from ...audit import Audit
from ...models import AuditResult
from ...report import Verdict, judge
from ...scratch import scratch
from ...world import build_world


class Command(BaseCommand):
    help = "Tries every screen of the admin for what one member could see or change of another's."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--known", action="store_true", help="pass where only leaks are found that are listed"
        )

    def handle(self, *, known: bool, **options: Any) -> None:
        logging.disable(logging.CRITICAL)  # refused requests are what is hoped for
        try:
            with scratch():
                verdict = audited()
        finally:
            logging.disable(logging.NOTSET)
        AuditResult.keep(verdict, verdict.is_good(known))
        self.say(verdict)
        if not verdict.is_good(known):
            raise CommandError("One member can reach what is another's, or nobody knows.")
        self.stdout.write(self.style.SUCCESS("No member reaches what is another's."))

    def say(self, verdict: Verdict) -> None:
        for line in verdict.lines:
            self.stdout.write(line)
        for line in verdict.known:
            self.stdout.write(self.style.WARNING(f"KNOWN {line}"))
        for line in verdict.faults:
            self.stdout.write(self.style.ERROR(line))


@transaction.atomic
def audited() -> Verdict:
    world = build_world()
    audit = Audit(world)
    findings = audit.run(lambda surfaces: tqdm(list(surfaces), unit="address", leave=False))
    return judge(findings, world.rows, list(world.people))
