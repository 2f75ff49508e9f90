"""The chain of reasons behind a date of the calendar."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cspcycle.application.timetable import Planned, plan_folder
from cspcycle.model.years import FinancialYear
from cspcycle.source.diagnostic import CannotContinue
from cspcycle.source.near import nearest
from cspcycle.timetable.dates import in_words
from cspcycle.timetable.explain import Explanation, explain
from cspcycle.timetable.from_dossier import inputs_of
from cspcycle.timetable.read_days import read_day


@dataclass(frozen=True)
class Why:
    """One chain for each entry asked about; or, for a day without any, what there is to say of the day."""

    planned: Planned
    chains: tuple[tuple[Explanation, ...], ...]
    of_the_day: str = ""


def why(root: Path, wanted: str, *, on: date, year: FinancialYear | None) -> Why:
    """The reasons for the entry with an id, or for each entry of a day.

    Without a year, the years of the cycle and of the day asked about are looked through.
    Raises: CannotContinue if no entry has the id.
    """
    day = read_day(wanted)
    planned = plan_folder(root, on=on, year=year)
    years = (
        {FinancialYear.of(day or on), *FinancialYear.of(on).with_neighbours} - {planned.year} if year is None else set()
    )
    for each in (None, *sorted(years)):
        looked = planned if each is None else plan_folder(root, on=on, year=each)
        if chains := explain(looked.timetable, wanted if day is None else day):
            return Why(looked, chains)
    if day is not None:
        return Why(planned, (), _of_the_day(planned, day))
    ids = [entry.id for entry in planned.timetable.entries]
    near = nearest(wanted, ids)
    fix = f"did you mean {near}?" if near else "`cspcycle timetable` prints the id of each entry"
    raise CannotContinue(f"nothing in the calendar has the id “{wanted}”, and it is no day", fix)


def _of_the_day(planned: Planned, day: date) -> str:
    inputs, _ = inputs_of(planned.dossier, on=planned.on, year=planned.year)
    reason = inputs.working.why_not_working(day)
    said = f"It is no working day: {reason}." if reason else "It is a working day."
    if not inputs.working.knows(day):
        said = "Its bank holidays are not known."
    blackouts = [blackout.reason for blackout in inputs.blackouts if day in blackout]
    planned_not = f" Nothing is planned then: {'; '.join(blackouts)}." if blackouts else ""
    return f"Nothing in the calendar is on {in_words(day)}. {said}{planned_not}"
