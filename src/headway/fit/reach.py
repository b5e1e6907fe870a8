"""Which seniority of a role a person could hold now: what a CV can show is covered, and years met, or nearly.

The same rule as for postings (postings/demands.py): a need counts as covered when a member is known at its level, and
human skills are not judged, because a CV that is silent on them says nothing. Who has held the role in a dated job is
within reach of that seniority whatever the CV leaves unsaid of the daily work.
"""

from collections.abc import Collection, Iterable, Mapping

from headway.fit.coverage import Covered, cover
from headway.fit.model import Because, Past
from headway.knowledge.model import Grade, Role
from headway.knowledge.needs import grades_of, needs_at
from headway.learner.model import SkillBelief
from headway.values import SENIORITIES, Seniority

ENOUGH = 0.8
"""Share of the weighted judged needs that must be covered: the set share of the design."""
NEARLY_YEARS = 1.0
"""From mid on, so many years short still counts as nearly met; it is said in the note."""


def reachable_now(
    role: Role,
    known: Mapping[str, SkillBelief],
    years: float | None,
    past: Past,
) -> tuple[Seniority | None, Because | None]:
    """The highest seniority within reach, and why; None: not yet."""
    grades, held = grades_of(role), past.held.get(role.id)
    best = next((step for step in reversed(grades) if _covers(role, step, known, years, past.human)), None)
    kept = None if held is None else next((s for s in reversed(grades) if _rank(s) <= _rank(held)), None)
    if kept is not None and (best is None or _rank(kept) > _rank(best)):
        return kept, "held"
    return best, None if best is None else "covered"


def _covers(
    role: Role, step: Seniority, known: Mapping[str, SkillBelief], years: float | None, human: Collection[str]
) -> bool:
    covered = [cover(need, wanted, known) for need, wanted in needs_at(role, step)]
    return judged_share(covered, human) >= ENOUGH and years_allow(_grade(role, step), years)


def judged_share(covered: Iterable[Covered], human: Collection[str]) -> float:
    """Share of the weight of what a CV can show that is known at its level; 0 where a CV can show none of it."""
    judged = [each for each in covered if not all(skill in human for skill in each.need.any_of)]
    total = sum(each.need.weight for each in judged)
    won = sum(each.need.weight for each in judged if each.best.level >= each.wanted)
    return won / total if total else 0.0


def _rank(seniority: Seniority) -> int:
    return SENIORITIES.index(seniority)


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
    short = f"{grade.title} usually asks for {asked:g} years of work; {years:.1f} of such work are dated"
    return f"{short}, which is nearly enough." if years_allow(grade, years) else f"{short}."


def _leeway(grade: Grade) -> float:
    return NEARLY_YEARS if SENIORITIES.index(grade.seniority) >= SENIORITIES.index("mid") else 0.0


def _grade(role: Role, seniority: Seniority) -> Grade:
    return next(grade for grade in role.grades if grade.seniority == seniority)
