"""More strategy groups than the regulations know.

Why it matters: one group prepares the assessments and the plan for the responsible authorities; with two,
neither answers.
Instead: mark the one that does so, and call others what they are: a delivery group, a board, a wider partnership. In
Wales a second one may look after the substance misuse strategy, which has regulations of its own.
Source: SI 2007/1830 reg. 3(1) and reg. 8; SI 2007/3076 reg. 3(1) and SI 2007/3078 (W.265) reg. 3(1).
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each group beyond the one that the regulations know; a county's files may name those of its districts."""
    is_county = context.dossier.partnership.area.kind == "county"
    kind = "county-strategy-group" if is_county else "strategy-group"
    task = "prepares the county's agreement" if is_county else "prepares the assessment and the plan"
    allowed = 2 if context.nation == "wales" else 1
    groups = [group for group in context.dossier.groups if group.kind == kind]
    for group in groups[allowed:]:
        yield Fault(
            group.at("kind"),
            f'"{group.name}" is written as a {kind.replace("-", " ")} beside "{groups[0].name}"',
            see=(groups[0].at("kind"),),
            fix=f"keep `kind: {kind}` for the one that {task}",
            law=_provision(context, is_county=is_county),
        )


def _provision(context: Context, *, is_county: bool) -> str:
    if context.nation == "wales":
        return "SI 2007/3076 reg. 3(1)"
    return "SI 2007/1830 reg. 8" if is_county else "SI 2007/1830 reg. 3(1)"


CHECK = Check(
    "partnership/two-strategy-groups",
    Severity.ERROR,
    find,
    fix="keep the kind for the one that does the work",
)
