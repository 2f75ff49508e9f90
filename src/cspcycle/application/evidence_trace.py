"""Numbers of a paper traced to their cells and files: by number, by indicator, or all that the findings state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cspcycle.application.evidence_read import Opened
from cspcycle.evidence.quoted import numbers
from cspcycle.evidence.trace import Step, describe, find_number, trace
from cspcycle.evidence.trace_others import trace_comparison, trace_months

_NUMBER = re.compile(r"[+\-\u2212]?\d[\d,]*(?:\.\d+)?\s*(?:%|per cent)?\Z")


@dataclass(frozen=True, slots=True)
class Traced:
    """A number or indicator that was asked about, where it stands, and the steps that lead to it; none if unknown."""

    what: str
    where: str
    steps: tuple[tuple[str, tuple[str, ...]], ...]  # the words of each step, and the places it rests on


def trace_words(opened: Opened, words: list[str]) -> list[Traced]:
    """Each word traced: a number, an indicator; without words every number in the assessment's findings."""
    if not words:
        return list(_findings(opened))
    traced = []
    for word in words:
        if _NUMBER.match(word):
            traced.append(Traced(word, "", _shown(trace_number(opened, word))))
        else:
            indicator = opened.indicator(word)
            steps = [*trace(opened.held, opened.partnership, indicator)]
            steps += trace_months(opened.held, opened.partnership, indicator)
            traced.append(Traced(indicator, "", _shown(steps)))
    return traced


def trace_number(opened: Opened, text: str, indicators: tuple[str, ...] = ()) -> list[Step]:
    """Every way in which the evidence gives this number as it is written, the partnership's own figures first."""
    plain = re.sub(r"[,\s%]|per cent", "", text).replace("\u2212", "-")
    wanted, places = abs(float(plain)), len(plain.partition(".")[2])
    known = indicators or tuple(opened.held.indicators)
    own = find_number(opened.held, opened.partnership, float(plain), places=places)
    own = [step for step in own if not indicators or any(each.indicator.id in indicators for each in step.records)]
    if own:
        return own
    return list(dict.fromkeys(step for step in _others(opened, known) if _is(step, wanted, places)))


def _is(step: Step, wanted: float, places: int) -> bool:
    return isinstance(step.number, int | float) and round(abs(step.number), places) == wanted


def _others(opened: Opened, indicators: tuple[str, ...]) -> Iterator[Step]:
    for indicator in indicators:
        if not indicator.endswith("/rate"):
            yield from trace_months(opened.held, opened.partnership, indicator)
            yield from trace_comparison(opened.held, opened.partnership, indicator)


def _findings(opened: Opened) -> Iterator[Traced]:
    assessment = opened.dossier.strategic_assessment
    for finding in assessment.findings if assessment else ():
        cited = tuple(one for one in (finding.indicator, *finding.also_cites) if one)
        if not cited:
            continue
        texts = [number.text.strip() for number in numbers(f"{finding.title}. {finding.says or ''}")]
        if finding.figure and finding.figure.value is not None:
            texts.append(f"{finding.figure.value:,}")
        for text in dict.fromkeys(texts):
            yield Traced(text, f"finding {finding.id}", _shown(trace_number(opened, text, cited)))


def _shown(steps: list[Step]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((step.words, tuple(describe(record) for record in step.records)) for step in steps)
