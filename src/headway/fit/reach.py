"""Which seniority of a role a person could hold now: needs covered and years met, or nearly."""

from collections.abc import Mapping

from headway.fit.coverage import cover, score
from headway.knowledge.model import Grade, Role
from headway.knowledge.needs import grades_of, needs_at
from headway.learner.model import SkillBelief
from headway.values import SENIORITIES, Seniority

ENOUGH = 0.8
"""Share of the weighted needs that must be covered: the set share of the design."""
NEARLY_YEARS = 1.0
"""From mid on, so many years short still counts as nearly met; it is said in the note."""


def reachable_now(role: Role, known: Mapping[str, SkillBelief], years: float | None) -> Seniority | None:
    """The highest seniority whose needs are covered to ENOUGH and whose years are met or nearly; None: not yet."""
    for step in reversed(grades_of(role)):
        covered = tuple(cover(need, wanted, known) for need, wanted in needs_at(role, step))
        if covered and score(covered) >= ENOUGH and years_allow(_grade(role, step), years):
            return step
    return None


def years_allow(grade: Grade, years: float | None) -> bool:
    """Unknown years allow only what asks for none."""
    asked = grade.years[0]
    return asked <= 0 if years is None else years + _leeway(grade) >= asked


def years_note(role: Role, seniority: Seniority, years: float | None) -> str:
    """One sentence on years where there is something to say, else empty."""
    grade = _grade(role, seniority)
    asked = grade.years[0]
    if asked <= 0:
        return ""
    if years is None:
        return f"{grade.title} usually asks for {asked:g} years of work; no dated job says how many there are."
    if years >= asked:
        return ""
    short = f"{grade.title} usually asks for {asked:g} years of work; {years:.1f} are dated"
    return f"{short}, which is nearly enough." if years_allow(grade, years) else f"{short}."


def _leeway(grade: Grade) -> float:
    return NEARLY_YEARS if SENIORITIES.index(grade.seniority) >= SENIORITIES.index("mid") else 0.0


def _grade(role: Role, seniority: Seniority) -> Grade:
    return next(grade for grade in role.grades if grade.seniority == seniority)
