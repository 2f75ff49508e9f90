"""Days and times of day as people write them in lists of meetings: "Thursday 4 March 2027", "04/03/2027", "6.30pm"."""

import re
from datetime import date, time

from cspcycle.timetable.dates import MONTH_NAMES

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_WORDS = re.compile(r"(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}) (\d{4})", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})? ?(am|pm)?", re.ASCII)


def read_day(words: str) -> date | None:
    """The day, reading figures as day, month, year as Britain does; None if it is no day.

    >>> read_day("Thursday 4 March 2027"), read_day("04/03/2027"), read_day("31/02/2027")
    (datetime.date(2027, 3, 4), datetime.date(2027, 3, 4), None)
    """
    text = " ".join(words.lower().split())
    try:
        if match := _ISO.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _BRITISH.fullmatch(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := _WORDS.fullmatch(text):
            months = [n for n, name in enumerate(MONTH_NAMES, start=1) if name.lower().startswith(match[2])]
            return date(int(match[3]), months[0], int(match[1])) if len(months) == 1 else None
    except ValueError:
        return None
    return None


def read_time(words: str) -> time | None:
    """The time of day; None if it is none.

    >>> read_time("18:30"), read_time("6.30 pm"), read_time("10am"), read_time("25:00")
    (datetime.time(18, 30), datetime.time(18, 30), datetime.time(10, 0), None)
    """
    match = _TIME.fullmatch(" ".join(words.lower().split()))
    if match is None or (match[2] is None and match[3] is None):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
