"""A Gaelic month has its article when it stands alone, and none after a day: hence `E`."""

DATE_FORMAT = "j E Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j E Y, H:i"
YEAR_MONTH_FORMAT = "E Y"
MONTH_DAY_FORMAT = "j E"
SHORT_DATETIME_FORMAT = "j M Y H:i"
NUMBER_GROUPING = 3
