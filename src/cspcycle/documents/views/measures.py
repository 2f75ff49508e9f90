"""The measures of success in a view: where each starts, where it stands, and by which rule it is called met."""

import re
from decimal import Decimal

from cspcycle.documents.filters import number, signed
from cspcycle.documents.views.naming import Names, View, figure_words, opening, sentence
from cspcycle.model.priorities import Figure, Measure, Priority

RULE = (
    "Met: the latest figure reaches the target. Near: it is within 5% of the target. Off target: it is further away. "
    "A tracker is watched without a target, since a rise or a fall may be good or bad."
)
NEAR = Decimal(5)  # percent of the target
SMALLEST_SHOWN = 5  # people
FEWER = f"fewer than {SMALLEST_SHOWN}"
PEOPLE = re.compile(
    r"(?:young |older )?"
    r"(?:people|persons|victims|offenders|children|pupils|residents|patients|adults|women|men|deaths)\b",
    re.IGNORECASE,
)
BETTER = {"lower": "lower is better", "higher": "higher is better", "neither": "neither way is better in itself"}


def measure_view(measure: Measure, names: Names, *, is_public: bool) -> View:
    """One row of the scorecard. In public a small number of people is not shown, nor what would give it away."""
    hidden = is_public and _counts_people(measure) and any(map(_is_small, _figures(measure)))
    standing, reason = ("", "") if hidden else _standing(measure)
    return {
        "indicator": opening(measure.indicator),
        "definition": measure.definition or "",
        "source": measure.source or "",
        "unit": measure.unit or "",
        "baseline": _shown(measure.baseline, hidden=hidden) or "not recorded",
        "has_baseline": measure.baseline is not None and measure.baseline.value is not None,
        "target": _shown(measure.target, hidden=hidden)
        or ("tracker, no target" if measure.tracker else "no target set"),
        "is_tracker": bool(measure.tracker),
        "latest": _shown(measure.latest, hidden=hidden) or "no figure yet",
        "previous": _shown(measure.previous, hidden=hidden) or "–",
        "change": "not shown: small numbers" if hidden else _change(measure),
        "better": BETTER.get(measure.better or "", ""),
        "standing": "Not shown" if hidden else standing,
        "standing_because": "a small number of people" if hidden else reason,
        "frequency": measure.frequency or "",
        "comparator": measure.comparator or "",
        "commentary": sentence(measure.commentary),
        "owner": names.body(measure.owner),
    }


def measures_of(priority: Priority, names: Names, *, is_public: bool) -> list[View]:
    """All measures of a priority, its objectives' among them."""
    return [measure_view(measure, names, is_public=is_public) for measure in priority.every_measure()]


def standings_view(names: Names, *, is_public: bool) -> View:
    """How many measures are met, near, off target, or not to be judged yet."""
    rows = [row for priority in names.dossier.priorities for row in measures_of(priority, names, is_public=is_public)]
    words = [str(row["standing"]) for row in rows]
    judged = [word for word in words if word in {"Met", "Near", "Off target"}]
    return {
        "judged": len(judged),
        "met": judged.count("Met"),
        "near": judged.count("Near"),
        "off": judged.count("Off target"),
        "silent": len(words) - len(judged),
    }


def _figures(measure: Measure) -> tuple[Figure | None, ...]:
    return measure.baseline, measure.target, measure.latest, measure.previous


def _counts_people(measure: Measure) -> bool:
    return bool(PEOPLE.match(measure.unit or ""))


def _is_small(figure: Figure | None) -> bool:
    return figure is not None and figure.value is not None and 0 < figure.value < SMALLEST_SHOWN


def _shown(figure: Figure | None, *, hidden: bool) -> str:
    if hidden and figure is not None and figure.value is not None:
        words = FEWER if _is_small(figure) else "not shown"
        return f"{words} ({figure.period})" if figure.period else words
    return figure_words(figure)


def _value(figure: Figure | None) -> Decimal | None:
    return None if figure is None or figure.value is None else Decimal(str(figure.value))


def _change(measure: Measure) -> str:
    latest, since = _value(measure.latest), "previous"
    before = _value(measure.previous)
    if before is None:
        before, since = _value(measure.baseline), "baseline"
    if latest is None or before is None:
        return "–"
    difference = latest - before
    if difference == 0:
        return f"no change since {since}"
    percent = f", {signed(difference / before * 100, 1)}%" if before else ""
    direction = {"lower": ("worse", "better"), "higher": ("better", "worse")}.get(measure.better or "", ("", ""))
    word = direction[0] if difference > 0 else direction[1]
    return f"{signed(difference)}{percent} since {since}{f': {word}' if word else ''}"


def _standing(measure: Measure) -> tuple[str, str]:
    """The word for how the measure stands, and the reason for it."""
    target, latest = _value(measure.target), _value(measure.latest)
    if measure.tracker or target is None or latest is None:
        return "Tracker" if measure.tracker else "No target" if target is None else "No figure", ""
    if measure.better not in {"lower", "higher"}:
        return "Not judged", "the files do not say which way is better"
    short = latest - target if measure.better == "lower" else target - latest
    if short <= 0:
        return "Met", ""
    share = short / abs(target) * 100 if target else None
    if share is not None and share <= NEAR:
        return "Near", f"{number(share, 1)}% from the target"
    return "Off target", f"{number(share, 1)}% from the target" if share is not None else ""
