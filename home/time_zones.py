from datetime import datetime
from functools import cache
from zoneinfo import available_timezones

from babel.dates import get_timezone_name
from django.utils.translation import get_language, gettext

REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def time_zone_choices() -> list[tuple[str, str]]:
    """The zones that are named after places; editors know a place, not an abbreviation."""
    zones = sorted(zone for zone in available_timezones() if zone.split("/")[0] in REGIONS)
    return [(zone, zone.replace("_", " ")) for zone in zones]


def zone_name(moment: datetime) -> str:
    """What the reader's language calls the zone at that time of the year."""
    locale = (get_language() or "en").replace("-", "_")
    variant = "daylight" if is_summer_time(moment) else "standard"
    name = get_timezone_name(moment, width="long", zone_variant=variant, locale=locale)
    # Babel leaves some names in English, which our catalogues then translate.
    return gettext(name)


def is_summer_time(moment: datetime) -> bool:
    """By the offset: Ireland's law calls its summer time the standard one, and readers do not."""
    offsets = [moment.replace(month=month, day=1).utcoffset() for month in (1, 7)]
    return moment.utcoffset() != min(offset for offset in offsets if offset is not None)
