"""The duties checklist in a terminal of eighty columns: grouped by outcome, each with its reason and its provision."""

from collections.abc import Iterator, Sequence
from datetime import date

from cspcycle.application.result import Checked, DutyLine
from cspcycle.cli.reports.lines import wrapped
from cspcycle.source.words import day_in_words

_HEADINGS = {
    "unmet": "UNMET: the files contradict it, or its day has passed",
    "due": "DUE: not yet late",
    "unknown": "NOT SAID: the files are silent",
    "in-force": "IN FORCE",
    "met": "MET",
    "not-applicable": "NOT APPLICABLE here",
}


def checklist(checked: Checked, *, on: date, shown_only: Sequence[tuple[str, str, str]]) -> str:
    """Every duty, the pressing ones first; then what is shown but never demanded."""
    lines = [*wrapped(f"{checked.name}: duties in force on {day_in_words(on)}", ""), ""]
    for outcome, heading in _HEADINGS.items():
        chosen = [duty for duty in checked.duties if duty.outcome == outcome]
        if chosen:
            lines.append(f"{heading} ({len(chosen)})")
            for duty in chosen:
                lines += _duty(duty)
            lines.append("")
    if shown_only:
        lines.append(f"SHOWN, NEVER DEMANDED: not verified, or not commenced as far as seen ({len(shown_only)})")
        for title, citation, words in shown_only:
            lines += wrapped(f"{title} ({citation})", "  - ")
            lines += wrapped(words, "      ")
        lines.append("")
    lines += wrapped("Our paraphrase of the law, not legal advice. More on one: cspcycle explain ID", "")
    return "\n".join(lines) + "\n"


def _duty(duty: DutyLine) -> Iterator[str]:
    yield from wrapped(f"{duty.title} [{duty.id}]", "  - ")
    if duty.because:
        because = duty.because + (f"; write {', '.join(duty.settle)}" if duty.settle else "")
        yield from wrapped(f"{because[0].upper()}{because[1:]}" if because[0].isalpha() else because, "      ")
    yield from wrapped(f"{duty.citation}; on {duty.on_whom}", "      ")
