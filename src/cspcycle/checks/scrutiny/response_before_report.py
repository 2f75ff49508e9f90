"""A response to the scrutiny committee that is dated before its report.

Why it matters: the duty to respond runs from the report; with days the wrong way round nobody can say whether it
was kept.
Instead: write the day of the report and the day of the response as the papers have them.
Source: Police and Justice Act 2006 s. 19(8B); SI 2009/942 reg. 7.
"""

from collections.abc import Iterator

from cspcycle.checks.check import Check, Context, Fault
from cspcycle.checks.words import day_in_words
from cspcycle.source.diagnostic import Severity


def find(context: Context) -> Iterator[Fault]:
    """Each such response."""
    committee = context.dossier.crime_and_disorder_committee
    for report in committee.reports if committee else ():
        for response in report.responses:
            if response.on < report.on:
                yield Fault(
                    response.at("on"),
                    f'the response of "{response.body}" is dated {day_in_words(response.on)}, '
                    f'but the report "{report.title}" {day_in_words(report.on)}',
                    see=(report.at("on"),),
                )


CHECK = Check("scrutiny/response-before-report", Severity.ERROR, find, fix="correct one of the two days")
