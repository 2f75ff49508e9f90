"""Days, lists and quotations as a sentence writes them."""

from collections.abc import Iterable
from datetime import date

from cspcycle.model.values import Month
from cspcycle.source.printable import shortened
from cspcycle.source.words import day_in_words

__all__ = ["counted", "day_in_words", "in_plain_quotes", "listed", "quoted", "when_in_words"]
_LONGEST_QUOTATION = 80


def when_in_words(when: date | Month) -> str:
    """A day, or the label of a month.

    >>> when_in_words(Month(2014, 1))
    'January 2014'
    """
    return when.label if isinstance(when, Month) else day_in_words(when)


def quoted(text: str) -> str:
    """What was written, on one line, in quotation marks; a long text is cut at a word.

    >>> quoted("three-yearly  plan")
    '"three-yearly plan"'
    """
    return f'"{shortened(" ".join(text.split()), _LONGEST_QUOTATION)}"'


def in_plain_quotes(text: str) -> str:
    """A sentence that documents print too, with the quotation marks of all findings.

    >>> in_plain_quotes("“Safer Vale Board” has 7 members")
    '"Safer Vale Board" has 7 members'
    """
    return text.replace("“", '"').replace("”", '"')


def listed(things: Iterable[str], last: str = "and") -> str:
    """Things in a row.

    >>> listed(["police", "fire", "health"])
    'police, fire and health'
    """
    *before, final = things
    return f"{', '.join(before)} {last} {final}" if before else final


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "seat"), counted(3, "seat")
    ('1 seat', '3 seats')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
