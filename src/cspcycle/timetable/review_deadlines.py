"""The stages of a death review, by periods that guidance is said to name; nobody has read them in its text."""

from collections.abc import Iterator
from datetime import date

from cspcycle.law import register
from cspcycle.model.dossier import Dossier
from cspcycle.model.reviews import Review
from cspcycle.timetable.lags import Lag, Unit
from cspcycle.timetable.plan import Deadline

_STAGES = {
    "decision": ("whether to hold a review is decided", 1, "the police's notice"),
    "report": ("report finished, unless the panel agreed to take longer", 6, "the decision"),
}


def review_deadlines(dossier: Dossier, *, on: date) -> Iterator[Deadline]:
    """Two stages of each domestic homicide review: the decision, and the report."""
    duty = register.duty("domestic-homicide-review-timescales")
    cited = f"{duty.instrument.citation} (guidance, its text not verified)" if duty else "guidance, not verified"
    for review in dossier.reviews:
        if review.kind != "domestic-homicide-review":
            continue
        decided_on = _past(review.decided_on, on)
        if review.notified_on is not None and review.notified_on <= on:
            yield _stage(review, "decision", review.notified_on, done_on=decided_on, cited=cited)
        done_on = _past(review.completed_on, on)
        may_take_longer = review.extension_reason is not None and done_on is None
        if decided_on is not None and review.decision != "no-review" and not may_take_longer:
            yield _stage(review, "report", decided_on, done_on=done_on, cited=cited)


def _stage(review: Review, stage: str, since: date, *, done_on: date | None, cited: str) -> Deadline:
    title, months, counted_from = _STAGES[stage]
    words = "-".join("".join(c if c.isalnum() else " " for c in review.reference.lower()).split())
    return Deadline(
        id=f"review-{words}-{stage}",
        title=f"{review.reference}: {title}",
        at=review.at(),
        who="strategy group",
        since=since,
        within=Lag(months, Unit.MONTHS),
        counted_from=counted_from,
        provision=cited,
        force="statutory-guidance",
        done_on=done_on,
    )


def _past(day: date | None, on: date) -> date | None:
    return day if day is not None and day <= on else None
