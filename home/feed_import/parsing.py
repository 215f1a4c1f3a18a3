"""What a feed says, as far as drafts are made of it."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from alliance.base.fetching import Fetched

from ..enums import FeedTrouble

READER = Path(__file__).with_name("reader.py")
SECONDS = 10
ADDRESS = 500
WEB_ADDRESS = URLValidator(["http", "https"])


class FeedError(Exception):
    def __init__(self, trouble: FeedTrouble) -> None:
        self.trouble = trouble
        super().__init__(trouble.value)


@dataclass(frozen=True)
class Entry:
    key: str
    link: str
    title: str
    summary: str
    date: date | None
    language: str  # as `en`; nothing where neither the entry nor the feed says


@dataclass(frozen=True)
class Feed:
    title: str
    entries: list[Entry]


def parse(fetched: Fetched) -> Feed:
    """Raises FeedError for what is no feed."""
    found = run_reader(fetched)
    if not found["is_feed"]:
        raise FeedError(FeedTrouble.NO_FEED)
    entries = [entry_from(facts, found["language"]) for facts in found["entries"]]
    return Feed(found["title"], [entry for entry in entries if entry])


def run_reader(fetched: Fetched) -> dict[str, Any]:
    headers = {
        "content-type": fetched.content_type,
        "content-location": fetched.url,
        "content-language": fetched.language,
    }
    command = [sys.executable, "-I", str(READER), json.dumps(headers)]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=fetched.content, capture_output=True, timeout=SECONDS, check=True
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise FeedError(FeedTrouble.UNREADABLE) from error
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def entry_from(facts: dict[str, Any], language: str) -> Entry | None:
    """None for what has no title or leads nowhere: no draft could be made of it."""
    link = facts["link"].strip()
    if not facts["title"] or not is_address(link):
        return None
    said = facts["language"] or language
    return Entry(
        key=facts["id"] or link,
        link=link,
        title=facts["title"],
        summary=facts["summary"],
        date=day_of(facts["date"]),
        language=said.replace("_", "-").split("-")[0].strip().lower(),
    )


def is_address(link: str) -> bool:
    try:
        WEB_ADDRESS(link)
    except ValidationError:
        return False
    return len(link) <= ADDRESS and link.isprintable()


def day_of(moment: list[int] | None) -> date | None:
    """News of a day that is still to come would stand above all other news until then."""
    if not moment:
        return None
    year, month, day, hour, minute, second = moment
    try:
        # A leap second is one that `datetime` does not know.
        when = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        return min(timezone.localdate(when), timezone.localdate())
    except (ValueError, OverflowError):
        return None
