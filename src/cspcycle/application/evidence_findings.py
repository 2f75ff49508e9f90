"""What the files say of figures, held against the evidence: faults by code, for the checks of the family `evidence`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from cspcycle.application.evidence_read import Opened, read_held
from cspcycle.application.evidence_weigh import as_weighed, weigh_themes
from cspcycle.checks.check import Fault
from cspcycle.evidence.compare import compare
from cspcycle.evidence.holdings import holdings
from cspcycle.evidence.periods import read_period
from cspcycle.evidence.quoted import find_disagreements, numbers_of_period, what_it_is
from cspcycle.evidence.record import Period
from cspcycle.model.dossier import Dossier
from cspcycle.model.priorities import Figure, Measure
from cspcycle.model.strategic_assessment import Finding
from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location, Severity
from cspcycle.source.near import nearest
from cspcycle.source.printable import quoted

Coded = tuple[str, Fault]


def find_in_evidence(folder: Path, dossier: Dossier, *, on: date) -> tuple[Coded, ...]:
    """Every fault between the files and the evidence beside them; nothing where no file speaks of evidence."""
    held, unreadable = read_held(folder)
    comparing = _Comparing(Opened(folder, dossier, held, ()), on)
    faults = [(each.code, _fault(each, dossier.folder)) for each in unreadable]
    try:
        return tuple(faults + list(comparing.faults()))
    except CannotContinue as stop:
        fault = Fault(dossier.place_of("strategic_assessment"), stop.message, fix=stop.fix)
        return (*faults, ("evidence/not-compared", fault))


def _fault(found: Diagnostic, folder: str) -> Fault:
    at = found.at if folder in {"", "."} else found.at._replace(file=f"{folder}/{found.at.file}")
    return Fault(at, found.message, fix=found.fix)


@dataclass(frozen=True)
class _Comparing:
    opened: Opened
    on: date

    @property
    def citing(self) -> tuple[Finding, ...]:
        """The findings that cite an indicator."""
        assessment = self.opened.dossier.strategic_assessment
        return tuple(each for each in (assessment.findings if assessment else ()) if each.indicator or each.also_cites)

    @cached_property
    def day(self) -> date:
        """The day from which the age of figures counts: that of the assessment, once it is completed."""
        assessment = self.opened.dossier.strategic_assessment
        completed = assessment.completed_on if assessment else None
        return min(completed, self.on) if completed else self.on

    def faults(self) -> Iterator[Coded]:
        for finding in self.citing:
            yield from self._not_held(finding)
            yield from self._words(finding)
            yield from self._figure(finding)
        yield from self._others_not_held()
        yield from self._measures()
        yield from self._similar()
        if self.opened.held.tables:
            yield from self._stale()
            yield from self._caveats()
            yield from self._themes()

    def _held_of(self, finding: Finding) -> tuple[str, ...]:
        cited = (finding.indicator, *finding.also_cites)
        return tuple(one for one in cited if one and one in self.opened.held.indicators)

    def _not_held(self, finding: Finding) -> Iterator[Coded]:
        written = [(finding.indicator, finding.at("indicator"))] if finding.indicator else []
        written += [(one, finding.at("also_cites", place)) for place, one in enumerate(finding.also_cites)]
        yield from self._unknown(written)

    def _others_not_held(self) -> Iterator[Coded]:
        """Indicators that measures and themes cite."""
        dossier = self.opened.dossier
        measures = [measure for priority in dossier.priorities for measure in priority.every_measure()]
        written = [(measure.cites, measure.at("cites")) for measure in measures if measure.cites]
        assessment = dossier.strategic_assessment
        for theme in assessment.weighing.themes if assessment and assessment.weighing else ():
            written += [(one, theme.at("indicators", place)) for place, one in enumerate(theme.indicators)]
        yield from self._unknown(written)

    def _unknown(self, written: Iterable[tuple[str, Location]]) -> Iterator[Coded]:
        known = self.opened.held.indicators
        for one, at in written:
            if one not in known:
                near = nearest(one, known)
                fix = f"did you mean {near}?" if near else ""
                yield (
                    "evidence/indicator-not-held",
                    Fault(at, f"the evidence holds no indicator {quoted(one)}", fix=fix),
                )

    def _words(self, finding: Finding) -> Iterator[Coded]:
        cited = self._held_of(finding)
        for key in ("title", "says") if cited else ():
            text = getattr(finding, key)
            if text:
                found = find_disagreements(
                    text, self.opened.held, self.opened.partnership, cited[0], finding.at(key),
                    also=cited[1:], similar=self.opened.similar,
                )  # fmt: skip
                for each in found:
                    yield each.code, Fault(each.at, each.message, fix=each.fix)

    def _figure(self, finding: Finding) -> Iterator[Coded]:
        cited = self._held_of(finding)
        if not cited:
            return
        if finding.figure is not None:
            yield from self._one_figure(finding.figure, cited)
        if finding.period and (found := self._period_fault(finding.period, cited)):
            yield "evidence/period-disagrees", Fault(finding.at("period"), found)

    def _measures(self) -> Iterator[Coded]:
        for priority in self.opened.dossier.priorities:
            for measure in priority.every_measure():
                if measure.cites in self.opened.held.indicators:
                    for figure in _figures(measure):
                        yield from self._one_figure(figure, (str(measure.cites),))

    def _one_figure(self, figure: Figure, cited: tuple[str, ...]) -> Iterator[Coded]:
        held, partnership = self.opened.held, self.opened.partnership
        period = read_period(figure.period) if figure.period else None
        if figure.period and (found := self._period_fault(figure.period, cited)):
            yield "evidence/period-disagrees", Fault(figure.at("period"), found)
            return
        if figure.value is None:
            return
        places = _places(figure.value)
        for one in cited:
            known = numbers_of_period(held, partnership, one, period)
            if any(known.bears(figure.value, places, is_percent=percent) for percent in (False, True)):
                return
        record = held.record(cited[0], partnership, period)
        if record is not None:
            latest = compare(held, partnership, cited[0])
            words = what_it_is(record, latest if latest and period in {None, latest.period} else None)
            yield "evidence/figure-disagrees", Fault(figure.at("value"), f"the figure is {figure.value:,}, but {words}")

    def _period_fault(self, written: str, cited: Iterable[str]) -> str:
        """Why the period is none that the evidence holds; nothing where it is one, or cannot be read as a period."""
        period = read_period(written)
        if period is None:
            return ""
        held = [record.period for one in cited for record in self.opened.held.series(one, self.opened.partnership)]
        if not held or period in held or _is_covered(period, held):
            return ""
        latest = max(held, key=lambda one: one.last_day)
        return f"the evidence holds no figure for {period.label}; its latest is for {latest.label}"

    def _similar(self) -> Iterator[Coded]:
        similar = self.opened.dossier.partnership.area.similar
        known = {
            name
            for table in self.opened.held.tables
            for row in table.rows
            if row.area.kind == "partnership"
            for name in (row.area.name, row.area.code)
        }
        for place, area in enumerate(similar.areas if similar and known else ()):
            if similar and area not in known:
                near = nearest(area, known)
                fix = f"did you mean {near}?" if near else ""
                message = f"the evidence holds no figures of {quoted(area)}"
                yield "evidence/similar-area-not-held", Fault(similar.at("areas", place), message, fix=fix)

    def _stale(self) -> Iterator[Coded]:
        stale = {each.title: each for each in holdings(self.opened.held, on=self.day) if each.is_stale}
        for finding in self.citing:
            for one in () if finding.caveat else self._held_of(finding):
                record = self.opened.held.record(one, self.opened.partnership)
                old = stale.pop(record.source.title, None) if record else None
                if old is not None:
                    message = (
                        f"{old.title} of {old.publisher} ends with {old.latest.label}, and is renewed {old.rhythm}"
                    )
                    yield "evidence/stale", Fault(finding.at("indicator"), message)

    def _caveats(self) -> Iterator[Coded]:
        """Each caveat once, at the first finding that cites what it concerns and says nothing of its own."""
        for caveat in self.opened.caveats:
            if caveat.code == "evidence/publisher-note" and caveat.severity is Severity.NOTE:
                continue  # the documents print it; nobody need answer it
            at = [
                finding.at("indicator")
                for finding in self.citing
                if not finding.caveat and any(caveat.concerns(one) for one in self._held_of(finding))
            ]
            if at:
                yield caveat.code, Fault(at[0], caveat.words, see=tuple(at[1:]), fix=_or_say(caveat.fix))

    def _themes(self) -> Iterator[Coded]:
        """Themes that score as high as one that a priority takes up, and that no priority takes up."""
        assessment = self.opened.dossier.strategic_assessment
        if assessment is None or assessment.weighing is None:
            return
        taken = self._taken_up()
        totals = {line.theme: line.total for line in weigh_themes(self.opened) if line.total is not None}
        chosen = [total for theme, total in totals.items() if theme.name.casefold() in taken]
        least = min(chosen) if chosen else max(totals.values(), default=0.0)
        for theme in assessment.weighing.themes:
            total = totals.get(as_weighed(theme))
            if total is None or total < least or theme.name.casefold() in taken or theme.not_taken_up_because:
                continue
            message = (
                f"the theme {quoted(theme.name)} scores {total:.1f} of 4 on the evidence, and no priority takes it up"
            )
            yield "evidence/theme-without-priority", Fault(theme.at("name"), message)

    def _taken_up(self) -> set[str]:
        dossier = self.opened.dossier
        assessment = dossier.strategic_assessment
        themes = {finding.id: finding.theme for finding in (assessment.findings if assessment else ())}
        names = set[str | None]()
        for priority in dossier.priorities:
            names |= {priority.id, priority.title, *priority.includes, *map(themes.get, priority.evidence)}
        return {name.casefold() for name in names if name}


def _figures(measure: Measure) -> Iterator[Figure]:
    yield from (figure for figure in (measure.baseline, measure.previous, measure.latest) if figure is not None)


def _places(value: float) -> int:
    return len(str(value).partition(".")[2]) if isinstance(value, float) else 0


def _is_covered(period: Period, held: list[Period]) -> bool:
    """Whether a run of periods held begins and ends with this one."""
    return any(one.first_day == period.first_day for one in held) and any(
        one.last_day == period.last_day for one in held
    )


def _or_say(fix: str) -> str:
    say = "say under `caveat:` what the figure does not bear"
    return f"{fix}; or {say}" if fix else say
