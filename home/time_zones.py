from datetime import datetime
from functools import cache
from zoneinfo import available_timezones

from babel.dates import get_timezone_name
from django.utils.translation import get_language

REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def time_zone_choices() -> list[tuple[str, str]]:
    """The zones that are named after places; editors know a place, not an abbreviation."""
    zones = sorted(zone for zone in available_timezones() if zone.split("/")[0] in REGIONS)
    return [(zone, zone.replace("_", " ")) for zone in zones]


def zone_name(moment: datetime) -> str:
    """What the reader's language calls the zone at that time of the year."""
    return get_timezone_name(
        moment, width="long", locale=(get_language() or "en").replace("-", "_")
    )
