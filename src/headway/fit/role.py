"""Compare a person with a role at a seniority, or with all roles."""

from collections.abc import Iterable, Mapping

from headway.fit.coverage import cover, score
from headway.fit.interval import interval
from headway.fit.model import Past, Point, RoleFit
from headway.fit.reach import reachable_now, years_note
from headway.fit.reason import point
from headway.knowledge.model import Role
from headway.knowledge.needs import grades_of, needs_at
from headway.learner.belief import Belief
from headway.learner.model import SkillBelief
from headway.values import KNOWN_CONFIDENCE, LEVEL_NAMES, SENIORITIES, Seniority

NO_PAST = Past()


def fit_role(
    belief: Belief,
    role: Role,
    seniority: Seniority,
    years_experience: float | None = None,
    confidence: float = KNOWN_CONFIDENCE,
    level_names: tuple[str, ...] = LEVEL_NAMES,
    past: Past = NO_PAST,
) -> RoleFit:
    """Expected coverage of the role's weighted needs at `seniority`, with a 10-90 % interval and all points.

    A seniority the role does not have is answered by its nearest higher one, or its highest. years_experience: None
    when no job is dated. confidence: what counts as known in `have`; the score does not depend on it.
    """
    return _fit(belief, belief.all(confidence), role, (seniority, years_experience, past), level_names)


def rank_roles(
    belief: Belief,
    roles: Iterable[Role],
    seniority: Seniority | None = None,
    years_experience: float | None = None,
    confidence: float = KNOWN_CONFIDENCE,
    level_names: tuple[str, ...] = LEVEL_NAMES,
    past: Past = NO_PAST,
) -> tuple[RoleFit, ...]:
    """All roles, the best score first, then by id. seniority None: for each role the one the person
    could hold now, but at least the one people enter by (junior, or the lowest above it).
    """
    known = belief.all(confidence)
    fits = [_fit(belief, known, role, (seniority, years_experience, past), level_names) for role in roles]
    return tuple(sorted(fits, key=lambda fit: (-fit.score, fit.role)))


def _fit(
    belief: Belief,
    known: Mapping[str, SkillBelief],
    role: Role,
    asked: tuple[Seniority | None, float | None, Past],
    names: tuple[str, ...],
) -> RoleFit:
    wish, years, past = asked
    reachable, because = reachable_now(role, known, years, past)
    seniority = _nearest(role, wish) if wish else _best(role, reachable)
    covered = tuple(cover(need, wanted, known) for need, wanted in needs_at(role, seniority))
    low, high = interval(belief, covered)
    points = [point(belief, c, names) for c in covered]
    return RoleFit(
        role=role.id,
        seniority=seniority,
        score=round(score(covered), 6),
        low=low,
        high=high,
        won=tuple(sorted((p for p in points if p.have >= p.wanted), key=lambda p: (-p.weight, p.skills))),
        lost=tuple(sorted((p for p in points if p.have < p.wanted), key=lambda p: (-missing(p), p.skills))),
        reachable_now=reachable,
        reachable_because=because,
        years_note=years_note(role, seniority, years),
    )


def _best(role: Role, reachable: Seniority | None) -> Seniority:
    """What could be held now, but not below where people enter: not every role has internships."""
    entry = _nearest(role, "junior")
    return entry if reachable is None else max(entry, reachable, key=SENIORITIES.index)


def assumed(role: Role, seniority: Seniority, nobody: Mapping[str, SkillBelief]) -> float:
    """The score of someone of whom nothing is known: what a score holds that no evidence has brought."""
    return score(tuple(cover(need, wanted, nobody) for need, wanted in needs_at(role, seniority)))


def missing(lost: Point) -> float:
    """How much of the score a lost point holds back (in units of weight)."""
    return lost.weight * (1.0 - lost.share)


def _nearest(role: Role, wish: Seniority) -> Seniority:
    """The asked seniority, else the next higher one the role has, else its highest."""
    has = grades_of(role)
    return next((step for step in has if SENIORITIES.index(step) >= SENIORITIES.index(wish)), has[-1])
