"""What a partnership wants of a document without writing a template: its title, its headings, what to leave out."""

from cspcycle.model.record import Record, key
from cspcycle.model.values import Text


class DocumentWishes(Record):
    """Local words for one document."""

    title: Text | None = key("The title on its cover.", "Safer Vale: what we did in 2026-27")
    headings: dict[str, Text] = key(
        "Headings as the document has them, and the words to print instead.",
        {"What we learned": "What we take from the year"},
        default={},
    )
    leave_out: tuple[Text, ...] = key(
        "Headings that go, with all that stands under them.", ["What could go wrong"], default=()
    )
