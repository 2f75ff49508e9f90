"""Compares a dossier with the duties in force on a day: one of five outcomes for each, a diagnostic for each unmet."""

from collections.abc import Iterator

from cspcycle.checks.check import Context
from cspcycle.checks.judges import JUDGES
from cspcycle.checks.judges.data import declared, every_year, shown_by, within
from cspcycle.checks.outcome import DutyOutcome, Judged, Outcome, met, not_applicable, unknown, unmet
from cspcycle.checks.paths import follow
from cspcycle.checks.unread import unknown_body_within, unread_in, unread_within
from cspcycle.checks.words import day_in_words, in_plain_quotes
from cspcycle.law import register
from cspcycle.law.instrument import Duty, Version
from cspcycle.law.reach import why_not_here
from cspcycle.model.reviews import DutyStatement
from cspcycle.source.diagnostic import Diagnostic, Location, Severity

SEVERITY_OF_FORCE = {
    "statute": Severity.ERROR,
    "regulations": Severity.ERROR,
    "statutory-guidance": Severity.WARNING,
    "policy": Severity.NOTE,
    "power": Severity.NOTE,
}


def judge_duties(context: Context) -> tuple[DutyOutcome, ...]:
    """The answer for every duty in force on the day in the partnership's nation, in the register's order."""
    outcomes: dict[str, DutyOutcome] = {}
    for duty, version in register.duties_on(context.on, context.nation):
        judged = _judge(context, duty, version)
        # where areas had different law on one day a duty comes twice: the version that reaches this area is the one
        if duty.id not in outcomes or outcomes[duty.id].outcome is Outcome.NOT_APPLICABLE:
            outcomes[duty.id] = DutyOutcome(duty, version, judged)
    return tuple(outcomes.values())


def unmet_diagnostics(outcomes: tuple[DutyOutcome, ...], context: Context) -> Iterator[Diagnostic]:
    """One diagnostic for each duty shown unmet, at the place that shows it, unless a check says so already.

    What two instruments ask for in one manner, as in Wales those on crime and on substance misuse, is told of once,
    with the law of both.
    """
    told: dict[tuple[Location, str], list[DutyOutcome]] = {}
    for each in outcomes:
        if each.outcome is Outcome.UNMET and not each.judged.told_by:
            at = each.judged.at or context.dossier.places["partnership"]
            told.setdefault((at, each.judged.because), []).append(each)
    for (at, because), alike in told.items():
        first = alike[0]
        yield Diagnostic(
            at,
            f"duty/{first.duty.id}",
            in_plain_quotes(because),
            max(Severity.WARNING if each.version.warn else SEVERITY_OF_FORCE[each.duty.force] for each in alike),
            fix=first.duty.fix,
            law="; ".join(each.duty.citation_of(each.version) for each in alike),
        )


def _judge(context: Context, duty: Duty, version: Version) -> Judged:
    if reason := _does_not_apply(context, duty, version):
        return not_applicable(reason)
    statement = context.dossier.duties.get(duty.id)
    if statement is not None and statement.does_not_apply is not None:
        return not_applicable(f"the partnership says it does not apply: {statement.does_not_apply}")
    if statement is None and not version.demands:
        return not_applicable(duty.shown or "nothing is demanded")
    judged = _as_far_as_read(context, version, _by_evidence(context, duty, version))
    return judged if statement is None or statement.met is None else _weighed(context, duty, judged, statement)


def _as_far_as_read(context: Context, version: Version, judged: Judged) -> Judged:
    """The answer, unless something that could not be understood may show the duty to be met after all."""
    if judged.outcome is not Outcome.UNMET or judged.told_by:
        return judged
    dossier, at = context.dossier, judged.at
    unread = unread_within(dossier, at) or unknown_body_within(dossier, at)
    if unread is None and version.every_year:  # it is shown by any of several records
        unread = unread_in(dossier, version.every_year.path.partition(".")[0])
    if unread is None:
        return judged
    return unknown(f"what may show it cannot be read as it stands: {unread.file}, line {unread.line}", at=at)


def _weighed(context: Context, duty: Duty, judged: Judged, statement: DutyStatement) -> Judged:
    """The files and the partnership's word together: either's no weighs more than the other's yes."""
    if judged.outcome is Outcome.UNMET and statement.met:
        return unmet(f"{judged.because}, although `duties.{duty.id}` says that it is met", judged.at)
    if judged.outcome is Outcome.MET and not statement.met:
        return unmet(f"the partnership says that it is not met, although {judged.because}", statement.at("met"))
    if judged.outcome not in {Outcome.UNKNOWN, Outcome.DUE}:
        return judged
    if statement.on is not None and statement.on > context.on:
        words = f"what the partnership says of it is as at {day_in_words(statement.on)}, after the day asked about"
        return unknown(words, *judged.settle, at=statement.at("on"))
    return _by_statement(statement)


def _by_statement(statement: DutyStatement) -> Judged:
    day = f" as at {day_in_words(statement.on)}" if statement.on else ""
    shown = f": {statement.evidence}" if statement.evidence else ""
    if statement.met:
        return met(f"the partnership says so{day}{shown}", statement.at("met"))
    return unmet(f"the partnership says that it is not met{day}{shown}", statement.at("met"))


def _by_evidence(context: Context, duty: Duty, version: Version) -> Judged:
    if version.judged_by:
        return JUDGES[version.judged_by](context, version)
    if version.every_year:
        return every_year(context, version)
    if version.within:
        return within(context, version)
    if version.shown_by:
        return shown_by(context, version)
    return declared(duty)


def _does_not_apply(context: Context, duty: Duty, version: Version) -> str:
    """Why the duty does not reach this area, or an empty text if it does."""
    scope = version.applies_to
    if reason := why_not_here(context.dossier.partnership.area, duty, version):
        return reason
    if scope.only_when and not follow(context.dossier, scope.only_when):
        return scope.only_when_words or f"nothing is recorded under `{scope.only_when}`"
    return ""
