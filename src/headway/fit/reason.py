"""One plain sentence for a point won or lost: what is there, who says so, what is asked for."""

from headway.fit.coverage import Covered
from headway.fit.model import Point
from headway.learner.belief import Belief
from headway.learner.model import PROOF_KINDS, Evidence, EvidenceKind
from headway.values import LEVEL_NAMES, Level

"""As in data/words.yaml; callers with the knowledge base at hand pass its names."""

SAID: dict[EvidenceKind, str] = {
    "cv-mention": "claimed on the CV",
    "cv-use": "claimed on the CV",
    "self-report": "stated by you",
    "certificate": "claimed by a certificate or degree",
    "certificate-proctored": "shown by a proctored certificate",
    "repository": "shown in code",
    "test-answer": "shown in a test",
    "lab": "shown in a lab",
}
WEIGHT_OF_WORD: tuple[EvidenceKind, ...] = (
    "lab", "test-answer", "certificate-proctored", "repository", "self-report", "cv-use", "certificate", "cv-mention",
)  # fmt: skip
"""Which kind is named where several speak: the strongest."""


def point(belief: Belief, covered: Covered, names: tuple[str, ...] = LEVEL_NAMES) -> Point:
    """The point that a covered need is, with its reason."""
    best = covered.best
    return Point(
        skills=covered.need.any_of,
        best=best.skill,
        have=best.level,
        wanted=covered.wanted,
        share=round(covered.share, 6),
        weight=covered.need.weight,
        basis=best.basis,
        reason=sentence(belief, covered, names),
    )


def sentence(belief: Belief, covered: Covered, names: tuple[str, ...]) -> str:
    """`PyTorch: working, claimed on the CV; proficient is asked for.`"""
    best = covered.best
    label = belief.prior.labels[belief.row(best.skill)]
    have = _have(best.level, best.basis, belief.evidence_for(best.skill), names)
    if best.level >= covered.wanted:
        return f"{label}: {have}; {names[covered.wanted]} is enough."
    others = [belief.prior.labels[belief.row(skill)] for skill in covered.need.any_of if skill != best.skill]
    among = f" (or {', '.join(others)})" if others else ""
    return f"{label}{among}: {have}; {names[covered.wanted]} is asked for."


def _have(level: Level, basis: str, evidence: tuple[Evidence, ...], names: tuple[str, ...]) -> str:
    if basis == "none":
        return "nothing known about it yet"
    if basis == "inferred":
        return f"probably {names[level]}, inferred from related skills" if level else "related skills only hint at it"
    said = _said(evidence)
    if level == 0 and any(piece.holds for piece in evidence):
        return f"{said}, but not enough to count on"
    proven = [piece.level for piece in evidence if piece.holds and piece.kind in PROOF_KINDS]
    shown = max(proven, default=0)
    if level > shown > 0:
        return f"probably {names[level]} ({names[shown]} is {said})"
    return f"{names[level]}, {said}"


def _said(evidence: tuple[Evidence, ...]) -> str:
    kinds = {e.kind for e in evidence}
    return SAID[next(kind for kind in WEIGHT_OF_WORD if kind in kinds)]
