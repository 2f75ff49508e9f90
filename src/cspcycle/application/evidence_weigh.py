"""The scoring matrix of the themes a partnership weighs, from its own weights, evidence and consultation."""

from cspcycle.application.evidence_read import Opened
from cspcycle.evidence.weigh import Theme, Weighed, weigh
from cspcycle.model.strategic_assessment import CandidateTheme
from cspcycle.source.diagnostic import CannotContinue

# The criteria in the words of the files beside those of the matrix.
CRITERIA = {
    "volume": "volume",
    "peers": "rate",
    "direction": "direction",
    "harm": "harm",
    "concern": "public_concern",
}


def weigh_themes(opened: Opened) -> list[Weighed]:
    """The matrix, highest first.

    Raises: CannotContinue if the assessment names no weights and themes.
    """
    assessment = opened.dossier.strategic_assessment
    weighing = assessment.weighing if assessment else None
    if weighing is None:
        raise CannotContinue(
            "the strategic assessment does not say what to weigh",
            "add `weighing:` with `weights:` and `themes:` to it, as docs/evidence.md shows",
        )
    themes = [as_weighed(theme) for theme in weighing.themes]
    return weigh(opened.held, opened.partnership, themes, weights_of(opened), _concern(opened))


def as_weighed(theme: CandidateTheme) -> Theme:
    """The theme of the files as the matrix knows it."""
    return Theme(theme.name, theme.indicators, theme.offence_codes)


def _concern(opened: Opened) -> dict[str, float]:
    """The share of the people who replied that named each theme, over all exercises that counted it."""
    consultation = opened.dossier.consultation
    named: dict[str, list[tuple[int, int]]] = {}
    for exercise in consultation.exercises if consultation else ():
        for concern in exercise.concerns:
            if exercise.replies and 0 <= concern.people <= exercise.replies:
                named.setdefault(concern.theme, []).append((concern.people, exercise.replies))
    return {theme: sum(p for p, _ in counts) / sum(r for _, r in counts) for theme, counts in named.items()}


def weights_of(opened: Opened) -> dict[str, float]:
    """The partnership's weight for each criterion of the matrix."""
    assessment = opened.dossier.strategic_assessment
    weighing = assessment.weighing if assessment else None
    return {
        ours: float(getattr(weighing.weights, theirs) or 0) if weighing else 0.0 for ours, theirs in CRITERIA.items()
    }
