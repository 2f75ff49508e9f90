"""Findings and the checklist as Markdown: for a job's summary, a pull request or a board paper."""

from collections.abc import Iterator, Sequence
from datetime import date

from cspcycle.application.result import Checked, DutyLine
from cspcycle.cli.reports.contract import OUTCOME_WORDS, OUTCOMES, count_outcomes, count_severities, counted_in_words
from cspcycle.cli.reports.lines import sentence
from cspcycle.source.printable import printable
from cspcycle.source.words import day_in_words

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>#|~!"} | {"&": "&amp;"})


def escaped(text: str) -> str:
    """Text that stands for itself in a Markdown table cell."""
    return printable(" ".join(text.split())).translate(_SPECIAL)


def report(checked: Sequence[Checked], *, on: date) -> str:
    """Every finding of every partnership, with the count of duties."""
    lines: list[str] = []
    for each in checked:
        lines += [f"## {escaped(each.name)}", "", f"As at {day_in_words(on)}.", ""]
        counted = ", ".join(counted_in_words(count, word) for word, count in count_severities([each]).items())
        lines += [
            f"{counted[0].upper()}{counted[1:]}." if each.findings else "Nothing is missing or contradictory.",
            "",
        ]
        if each.findings:
            lines += ["| Where | What is so | What to do | Law | Code |", "| --- | --- | --- | --- | --- |"]
            lines += [
                f"| {escaped(found.at.file)}:{found.at.line} | **{sentence(found.severity.word)}:**"
                f" {escaped(sentence(found.message))} | {escaped(sentence(found.fix))} | {escaped(found.law)} |"
                f" `{found.code}` |"
                for found in each.findings
            ]
            lines.append("")
        if each.duties:
            counts = count_outcomes([each])
            lines += [
                "Duties in force: " + ", ".join(f"{counts[name]} {OUTCOME_WORDS[name]}" for name in OUTCOMES) + ".",
                "",
            ]
    return "\n".join(lines).rstrip()


def checklist(duties: Sequence[DutyLine], *, title: str, on: date) -> str:
    """The duties checklist as one table an outcome."""
    lines = [f"## {escaped(title)}", "", f"Duties in force on {day_in_words(on)}. This is not legal advice.", ""]
    for outcome in ("unmet", "due", "unknown", "met", "not-applicable"):
        chosen = [duty for duty in duties if duty.outcome == outcome]
        if chosen:
            lines += _table(outcome, chosen)
    return "\n".join(lines).rstrip()


def _table(outcome: str, duties: Sequence[DutyLine]) -> Iterator[str]:
    words = OUTCOME_WORDS[outcome]
    yield f"### {words[0].upper()}{words[1:]} ({len(duties)})"
    yield ""
    yield "| Duty | On whom | Provision | Because |"
    yield "| --- | --- | --- | --- |"
    for duty in duties:
        settle = f"; write {', '.join(duty.settle)}" if duty.settle else ""
        yield (
            f"| {escaped(duty.title)} | {escaped(duty.on_whom)} | [{escaped(duty.citation)}]({duty.source}) |"
            f" {escaped(sentence(duty.because) + settle)} |"
        )
    yield ""
