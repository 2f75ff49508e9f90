"""Days as a sentence writes them; needs nothing but the standard library, so that every report may use it."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """A day as a paper writes it.

    >>> day_in_words(date(2022, 6, 30))
    '30 June 2022'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
