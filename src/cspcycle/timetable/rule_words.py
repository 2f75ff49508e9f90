"""Reads a meeting rule as a person writes it: "second Wednesday of January, April and July, not in August"."""

import re
from typing import Literal

from cspcycle.source.diagnostic import Diagnostic, Location, Severity
from cspcycle.timetable.dates import MONTH_NAMES, WEEKDAY_NAMES
from cspcycle.timetable.meeting_rules import ORDINALS, MeetingRule

_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTH = "|".join(name.lower() for name in MONTH_NAMES)
_MONTHS = rf"(?:{_MONTH})(?:(?: ?, ?and |, ?| and | or )(?:{_MONTH}))*"
_NTH = re.compile(
    rf"\b({'|'.join(ORDINALS)}) ({'|'.join(name.lower() for name in WEEKDAY_NAMES)}|working day) "
    rf"(?:of|in) (?:(?:the|each|every) (month|quarter|year)|({_MONTHS}))\b"
)
_TIMES = re.compile(rf"\b(?:(\d{{1,3}}|{'|'.join(_NUMBERS[1:])}) times|(once|twice)) (?:a|each|every) year\b")
_APART = re.compile(rf"\bat least (\d{{1,3}}|{'|'.join(_NUMBERS[1:])}) working days apart\b")
_NOT_IN = re.compile(rf"\bnot (?:in )?({_MONTHS})\b")
_FILLERS = re.compile(r"[\s,;.]|\b(?:and|on|the)\b")
_PERIODS: dict[str, Literal["month", "quarter", "year"]] = {"month": "month", "quarter": "quarter", "year": "year"}
_FIX = (
    "write it like “first Tuesday of the quarter”, “last Thursday of January and July”, "
    "or “four times a year, not in August, at least 10 working days apart”"
)


def read_meeting_rule(words: str, at: Location) -> tuple[MeetingRule | None, list[Diagnostic]]:
    """The rule, or None and what could not be understood."""
    rest = " ".join(words.lower().split())
    not_in, rest = _take(_NOT_IN, rest)
    nth, rest = _take(_NTH, rest)
    times, rest = _take(_TIMES, rest)
    apart, rest = _take(_APART, rest)
    left = " ".join(_FILLERS.sub(" ", rest).split())
    count = _times(times) if times else None
    if left or not (nth or times):
        message = f"the meeting rule “{words}” is not understood" + (f" at “{left}”" if left else "")
        return None, [Diagnostic(at, "timetable/meeting-rule", message, Severity.ERROR, fix=_FIX)]
    if count is not None and not 1 <= count <= 52:
        message = f"the meeting rule “{words}” asks for {count} meetings a year; it can be 1 to 52"
        return None, [Diagnostic(at, "timetable/meeting-rule", message, Severity.ERROR, fix=_FIX)]
    day = nth[2] if nth else "working day"
    rule = MeetingRule(
        at,
        words,
        weekday=None if day == "working day" else WEEKDAY_NAMES.index(day.capitalize()),
        nth=ORDINALS[nth[1]] if nth else 1,
        period=_PERIODS[nth[3] or "month"] if nth else "month",
        months=_months(nth[4]) if nth and nth[4] else (),
        not_in=_months(not_in[1]) if not_in else (),
        times=count,
        working_days_apart=_number(apart[1]) if apart else 0,
    )
    return rule, []


def _take(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    match = pattern.search(text)
    return (match, f"{text[: match.start()]} {text[match.end() :]}") if match else (None, text)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word)


def _times(match: re.Match[str]) -> int:
    return _number(match[1]) if match[1] else {"once": 1, "twice": 2}[match[2]]


def _months(words: str) -> tuple[int, ...]:
    return tuple(number for number, name in enumerate(MONTH_NAMES, start=1) if re.search(rf"\b{name.lower()}\b", words))
