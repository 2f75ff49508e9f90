"""The chain behind a date, one sentence a line, in eighty columns."""

from cspcycle.application.why import Why
from cspcycle.cli.reports.timetable_text import wrapped


def report(answer: Why) -> str:
    """Each chain from the date asked about back to the dates that nothing else sets."""
    lines: list[str] = []
    for chain in answer.chains:
        for number, explanation in enumerate(chain):
            heading, *reasons = explanation.sentences
            lines += wrapped(heading, "" if number == 0 else "  which hangs on ")
            indent = "  - " if number == 0 else "    - "
            for reason in reasons or ["It was written so."]:
                lines += wrapped(reason, indent)
            if number == 0 and (who := explanation.entry.who_in_full) not in {"", explanation.entry.title}:
                lines += wrapped(f"Who: {who}", indent)
            at = explanation.entry.at
            lines += wrapped(f"{at.file}, line {at.line}", " " * (len(indent) - 2) + "= ")
        lines.append("")
    if answer.of_the_day:
        lines += [*wrapped(answer.of_the_day), ""]
    return "\n".join(lines[:-1]) + "\n"
