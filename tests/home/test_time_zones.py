"""A time zone has the name that readers know, in their language and for the season."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from home.time_zones import zone_name


@pytest.mark.parametrize(
    ("language", "zone", "month", "name"),
    [
        ("en", "Europe/London", 1, "Greenwich Mean Time"),
        ("en", "Europe/London", 7, "British Summer Time"),
        ("en", "Europe/Dublin", 1, "Greenwich Mean Time"),
        ("en", "Europe/Dublin", 7, "Irish Standard Time"),
        ("en", "Asia/Tokyo", 7, "Japan Standard Time"),
        ("cy", "Europe/London", 7, "Amser Haf Prydain"),
        ("gd", "Europe/London", 1, "Àm Meadhanach Greenwich"),
    ],
)
def test_a_zone_is_named_for_reader_and_season(language, zone, month, name):
    with translation.override(language):
        assert zone_name(datetime(2026, month, 15, 12, tzinfo=ZoneInfo(zone))) == name
