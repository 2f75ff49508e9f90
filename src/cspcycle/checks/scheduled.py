"""What the working out of the timetable found, handed to the checks that carry its codes."""

from collections.abc import Iterator

from cspcycle.checks.check import Context, Fault
from cspcycle.checks.words import in_plain_quotes


def found_in_timetable(context: Context, slug: str) -> Iterator[Fault]:
    """A fault for each finding of that name in the calendar of the partnership's own cycle."""
    code = f"timetable/{slug}"
    for finding in context.timetable.findings:
        if finding.code == code:
            yield Fault(
                finding.at, in_plain_quotes(finding.message), finding.see, in_plain_quotes(finding.fix), finding.law
            )
