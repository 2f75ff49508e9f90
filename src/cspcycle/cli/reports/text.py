"""Findings as a person reads them in a terminal: the line, a caret under the place, the law, and what to do."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from cspcycle.application.result import Checked, DutyLine
from cspcycle.cli.reports.contract import count_outcomes, count_severities, counted_in_words
from cspcycle.cli.reports.lines import WIDTH, sentence, wrapped
from cspcycle.source.diagnostic import Diagnostic, Severity
from cspcycle.source.printable import printable
from cspcycle.source.words import day_in_words

_SILENCE = {"the files do not say", "only the partnership can say", "the files record none"}
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36"}
_MARKS = {"met": "met", "due": "due", "unmet": "UNMET", "unknown": "not said", "not-applicable": "n/a"}


def report(checked: Sequence[Checked], *, folder: Path, on: date, colour: bool) -> str:
    """The whole run. With one partnership its open duties are listed; with many, only findings and totals."""
    lines: list[str] = []
    excerpts = Excerpts(folder)
    for each in checked:
        if len(checked) > 1:
            lines += _one_of_many(each, excerpts, colour=colour)
        else:
            lines += _findings(each, excerpts, colour=colour)
            lines += _only_one(each, folder=folder, on=on)
    if len(checked) > 1:
        lines += _totals(checked, on)
    return "\n".join(lines) + "\n"


class Excerpts:
    """Lines of the files that findings point at."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, list[str]] = {}

    def line(self, file: str, number: int) -> str:
        """One line as it can be shown; empty when it cannot be had."""
        if file not in self._files:
            self._files[file] = self._lines(self._root / file)
        lines = self._files[file]
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _lines(self, path: Path) -> list[str]:
        """The lines of a file, but not of what a link outside the folder or a channel between programs leads to."""
        try:
            if not path.is_file() or not path.resolve().is_relative_to(self._root.resolve()):
                return []
            with path.open("rb") as file:
                data = file.read(4 * 1024 * 1024)
            if b"\0" in data:  # a spreadsheet, or text of two bytes a letter: its bytes would say nothing to anybody
                return []
            text = data.decode("utf-8-sig", errors="replace")
            return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        except OSError:
            return []


def finding_lines(finding: Diagnostic, excerpts: Excerpts, *, colour: bool) -> Iterator[str]:
    """One finding: its place, its sentence, the line with a caret, the law, the fix."""
    word = finding.severity.word
    word = f"\033[{_COLOURS[finding.severity]}m{word}\033[0m" if colour else word
    yield f"{printable(str(finding.at))}: {word} [{finding.code}]"
    yield from wrapped(sentence(finding.message), "  ")
    text = excerpts.line(finding.at.file, finding.at.line)
    if text.strip():
        yield from _excerpt(text, finding.at.line, finding.at.column)
    for place in finding.see:
        yield from wrapped(f"see also {place.file}, line {place.line}", "  = ")
    if finding.law:
        yield from wrapped(f"law: {finding.law}", "  = ")
    if finding.fix:
        yield from wrapped(f"fix: {finding.fix}", "  = ")
    yield ""


def _excerpt(text: str, number: int, column: int) -> Iterator[str]:
    gutter = f"  {number} | "
    room = WIDTH - len(gutter)
    start = max(0, min(column - 1 - room // 2, len(text) - room)) if len(text) > room else 0
    before = printable(text[start : column - 1].replace("\t", " "))
    shown = before + printable(text[column - 1 : start + room].replace("\t", " "))
    yield f"{gutter}{shown[:room].rstrip()}"
    yield f"{' ' * (len(gutter) - 2)}| {' ' * len(before)}^"


def _findings(each: Checked, excerpts: Excerpts, *, colour: bool) -> Iterator[str]:
    for finding in each.findings:
        yield from finding_lines(finding, excerpts, colour=colour)


def _only_one(each: Checked, *, folder: Path, on: date) -> Iterator[str]:
    nation = f", {each.nation.capitalize()}" if each.nation else ""
    yield from wrapped(f"{each.name}, as at {day_in_words(on)}{nation}", "")
    yield ""
    silent = [duty for duty in each.duties if duty.outcome == "unknown" and duty.carried_by == "partnership"]
    if each.findings:
        counted = ", ".join(counted_in_words(count, word) for word, count in count_severities([each]).items())
        yield f"  {counted[0].upper()}{counted[1:]}"
    elif silent:
        yield "  Nothing in these files is contradictory, but they leave much unsaid."
    else:
        yield "  All is well: nothing in these files is missing or contradictory."
    outcomes = count_outcomes([each])
    if each.duties:
        yield (
            f"  Duties in force: {outcomes['met']} met, {outcomes['due']} due, {outcomes['unmet']} unmet,"
            f" {outcomes['unknown']} not said, {outcomes['not-applicable']} n/a"
        )
    dues = sorted((duty for duty in each.duties if duty.outcome == "due"), key=lambda duty: duty.due_on or "9999")
    yield from _listed("Falling due", [(duty, sentence(duty.because)) for duty in dues])
    yield from _listed(
        "The files do not say; to settle a duty, write its key (`a.b` is `b:` under `a:`, `[]` an item of a list)",
        [(duty, _what_settles(duty)) for duty in silent],
    )
    others = sum(duty.outcome == "unknown" and duty.carried_by != "partnership" for duty in each.duties)
    if others:
        yield ""
        things = "a duty" if others == 1 else f"{others} duties"
        yield from wrapped(f"And {things} of member bodies that the partnership may record too.", "  ")
    yield ""
    where = f" {folder}" if str(folder) != "." else ""
    if each.findings:
        yield f"  More on a finding:   cspcycle explain {each.findings[0].code}"
    if silent or dues:
        yield f"  More on a duty:      cspcycle explain {(silent or dues)[0].id}"
    yield f"  The whole checklist: cspcycle duties{printable(where)} --on {on.isoformat()}"


def _what_settles(duty: DutyLine) -> str:
    keys = f"write {', '.join(duty.settle)}" if duty.settle else ""
    because = "" if duty.because in _SILENCE else duty.because
    return sentence("; ".join(part for part in (because, keys) if part))


def _listed(heading: str, duties: Sequence[tuple[DutyLine, str]]) -> Iterator[str]:
    if not duties:
        return
    yield ""
    yield from wrapped(f"{heading}:", "  ")
    for duty, words in duties:
        yield from wrapped(f"{duty.title} [{duty.id}] ({duty.citation})", "  - ")
        yield from wrapped(words, "      ")


def _one_of_many(each: Checked, excerpts: Excerpts, *, colour: bool) -> Iterator[str]:
    if each.findings:
        yield f"{printable(each.folder)}: {printable(each.name)}"
        yield ""
        yield from _findings(each, excerpts, colour=colour)


def _totals(checked: Sequence[Checked], on: date) -> Iterator[str]:
    well = sum(not each.findings for each in checked)
    counted = ", ".join(counted_in_words(count, word) for word, count in count_severities(checked).items())
    yield f"{len(checked)} partnerships as at {day_in_words(on)}: {well} without any finding; {counted}."
