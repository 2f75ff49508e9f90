"""Numbers of a paper traced to their cells and files: by number, by indicator, or all that the findings state."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cspcycle.application.evidence_read import Opened
from cspcycle.evidence.quoted import numbers
from cspcycle.evidence.trace import Step, describe_all, trace
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
    return [_traced(opened, word) for word in words] if words else list(_findings(opened))


def _traced(opened: Opened, word: str) -> Traced:
    if not _NUMBER.match(word):
        indicator = opened.indicator(word)
        steps = [*trace(opened.held, opened.partnership, indicator)]
        return Traced(indicator, "", _shown([*steps, *trace_months(opened.held, opened.partnership, indicator)]))
    indicators = tuple(one for one in opened.held.indicators if not one.endswith("/rate"))
    return Traced(
        word,
        "",
        _shown(steps_to(word, own_steps(opened, indicators)) or steps_to(word, other_steps(opened, indicators))),
    )


def own_steps(opened: Opened, indicators: Iterable[str]) -> list[Step]:
    """Every number of the partnership's own figures of the indicators, with the way to it."""
    held, partnership = opened.held, opened.partnership
    return [
        step
        for indicator in indicators
        for period in dict.fromkeys(record.period for record in held.series(indicator, partnership))
        for step in trace(held, partnership, indicator, period)
    ]


def other_steps(opened: Opened, indicators: Iterable[str]) -> list[Step]:
    """The numbers of other areas that comparisons of the indicators show, and those of runs of months."""
    held, partnership = opened.held, opened.partnership
    return [
        step
        for indicator in indicators
        for step in (*trace_months(held, partnership, indicator), *trace_comparison(held, partnership, indicator))
    ]


def steps_to(text: str, steps: Iterable[Step]) -> list[Step]:
    """Those of the steps whose number reads as the text writes it."""
    plain = re.sub(r"[,\s%]|per cent", "", text).replace("\u2212", "-")
    wanted, places = abs(float(plain)), len(plain.partition(".")[2])
    return list(
        dict.fromkeys(
            step for step in steps if isinstance(step.number, int | float) and round(abs(step.number), places) == wanted
        )
    )


def _findings(opened: Opened) -> Iterator[Traced]:
    assessment = opened.dossier.strategic_assessment
    for finding in assessment.findings if assessment else ():
        cited = [one for one in (finding.indicator, *finding.also_cites) if one in opened.held.indicators]
        if not cited:
            continue
        texts = [number.text.strip() for number in numbers(f"{finding.title}. {finding.says or ''}")]
        if finding.figure and finding.figure.value is not None:
            texts.append(f"{finding.figure.value:,}")
        own, others = own_steps(opened, cited), other_steps(opened, cited)
        for text in dict.fromkeys(texts):
            yield Traced(text, f"finding {finding.id}", _shown(steps_to(text, own) or steps_to(text, others)))


def _shown(steps: list[Step]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((step.words, tuple(describe_all(step.records))) for step in steps)
