"""The chain behind a date: its own reasons, and those of every date it hangs on, back to where it begins."""

from dataclasses import dataclass
from datetime import date

from cspcycle.timetable.dates import in_words
from cspcycle.timetable.entry import Entry, Timetable
from cspcycle.timetable.reasons import Because, Step


@dataclass(frozen=True, slots=True)
class Explanation:
    """One date of the chain, and the reasons for it."""

    entry: Entry
    steps: tuple[Step, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """A heading with the date, then one sentence for each reason."""
        entry = self.entry
        label = f"{entry.label} ({in_words(entry.due_on)})" if entry.label else in_words(entry.due_on)
        reasons = (f"{step.sentence[:1].upper()}{step.sentence[1:]}." for step in self.steps)
        return (f"{entry.title}: {label}", *reasons)


def explain(timetable: Timetable, wanted: str | date) -> tuple[tuple[Explanation, ...], ...]:
    """For the entry with an id, or each entry of a day, the chain from it to the dates that nothing else sets.

    Empty when there is no such entry.
    """
    by_id = timetable.by_id()
    if isinstance(wanted, date):
        asked = [entry for entry in timetable.entries if entry.due_on == wanted]
    else:
        asked = [by_id[wanted]] if wanted in by_id else []
    chains = []
    for entry in asked:
        chain: dict[str, Explanation] = {}
        to_visit = [entry.id]
        while to_visit:
            entry_id = to_visit.pop(0)
            if entry_id in by_id and entry_id not in chain:
                chain[entry_id] = Explanation(by_id[entry_id], by_id[entry_id].why)
                to_visit += by_id[entry_id].driven_by
                to_visit += [step.id for step in by_id[entry_id].why if step.because is Because.WAITS]
        chains.append(tuple(chain.values()))
    return tuple(chains)
