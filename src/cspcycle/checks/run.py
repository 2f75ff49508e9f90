"""Every check and every duty on one dossier: the diagnostics and the outcomes, sorted as a reader expects them."""

from datetime import date

from cspcycle.checks.check import Context, Fault, every_check
from cspcycle.checks.duty_outcomes import judge_duties, unmet_diagnostics
from cspcycle.checks.outcome import DutyOutcome
from cspcycle.checks.unread import unread_beside
from cspcycle.model.dossier import Dossier
from cspcycle.source.diagnostic import Diagnostic, Severity


def check_dossier(
    dossier: Dossier, *, on: date, of_evidence: tuple[tuple[str, Fault], ...] = ()
) -> tuple[tuple[DutyOutcome, ...], list[Diagnostic]]:
    """The outcome of each duty in force on the day, and all that is wrong.

    What may be a consequence of a mistake of form waits until that is mended: a warning about a record with a key that
    cannot be understood, or a duty that such a part of the files may show to be met.
    `of_evidence` is what comparing the files with the evidence brought, by the code of the check that speaks of it.
    """
    context = Context(dossier, on, of_evidence=of_evidence)
    outcomes = judge_duties(context)
    found = (diagnostic for check in every_check() for diagnostic in check.diagnostics(context))
    diagnostics = [each for each in found if each.severity is Severity.ERROR or not unread_beside(dossier, each.at)]
    diagnostics += unmet_diagnostics(outcomes, context)
    return outcomes, diagnostics
