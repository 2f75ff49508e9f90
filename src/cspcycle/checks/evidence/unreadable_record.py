"""A file of the evidence that cannot be read.

Why it matters: what cannot be read is compared with nothing, and is missing from documents.
Instead: add the publisher's file again; records are written by the program and are not meant to be edited.
Source: the format that `cspcycle evidence add` writes.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """What comparing the files with the evidence brought of this kind."""
    return context.of_code(CHECK.code)


CHECK = Check(
    "evidence/unreadable-record",
    Severity.ERROR,
    find,
    fix="add the publisher's file again with `cspcycle evidence add`",
)
