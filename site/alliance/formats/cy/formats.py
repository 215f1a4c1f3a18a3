"""Welsh timetables use the 24-hour clock; Django's Welsh writes `2:30 y.h.`."""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
SHORT_DATETIME_FORMAT = "d/m/Y H:i"
