"""Figures about a group: who holds what the role asks for, how known; where people are against their plans."""

from collections import Counter
from collections.abc import Iterable, Sequence

from headway.cohort.model import SILENT_DAYS, Figure, Member, NeedFigures, Share, Trend
from headway.knowledge.model import RoleNeed
from headway.values import Level

Wanted = tuple[RoleNeed, Level]


def holds(share: Share, need: RoleNeed, wanted: Level) -> bool:
    """Whether any skill of the need is held at the level wanted."""
    return any(share.level_of(skill) >= wanted for skill in need.any_of)


def how_held(share: Share, need: RoleNeed, wanted: Level) -> str:
    """`proof`, `claim` or `inferred`: the strongest way; empty where the need is not held."""
    held = [each for each in share.skills if each.skill in need.any_of]
    if not any(each.level >= wanted for each in held):
        return ""
    if any(each.proof >= wanted for each in held):
        return "proof"
    return "claim" if any(each.claim >= wanted for each in held) else "inferred"


def need_figures(members: Sequence[Member], needs: Iterable[Wanted]) -> tuple[NeedFigures, ...]:
    """One row a need, in the role's order. O(people x needs x skills)."""
    return tuple(_need(members, need, wanted) for need, wanted in needs)


def _need(members: Sequence[Member], need: RoleNeed, wanted: Level) -> NeedFigures:
    n = len(members)
    ways = Counter(how_held(m.share, need, wanted) for m in members)
    return NeedFigures(
        any_of=need.any_of,
        wanted=wanted,
        weight=need.weight,
        holds=Figure(n - ways[""], n),
        proof=Figure(ways["proof"], n),
        claim=Figure(ways["claim"], n),
        inferred=Figure(ways["inferred"], n),
    )


def trend(share: Share) -> Trend:
    """Where a person is against their plan on the day of their file.

    behind: fewer steps are done than are due, or at even odds the end comes after the deadline.
    """
    plan = share.plan
    if plan is None:
        return "no plan"
    if plan.steps_done >= plan.steps:
        return "done"
    if plan.paused:
        return "paused"
    late = plan.deadline is not None and (plan.likely_end is None or plan.likely_end > plan.deadline)
    return "behind" if late or plan.steps_done < plan.steps_due else "on time"


TRENDS: tuple[Trend, ...] = ("done", "on time", "behind", "paused", "no plan")


def trends(members: Sequence[Member]) -> dict[Trend, Figure]:
    """How many are where."""
    counted = Counter(trend(m.share) for m in members)
    return {each: Figure(counted[each], len(members)) for each in TRENDS}


def silent(members: Sequence[Member], days: Iterable[int]) -> Figure:
    """Of how many nothing was heard for SILENT_DAYS or more. days: since each one's file."""
    return Figure(sum(n >= SILENT_DAYS for n in days), len(members))


def labs_passed(members: Sequence[Member]) -> tuple[tuple[str, Figure], ...]:
    """Labs that anybody passed, most people first."""
    counted = Counter(lab for m in members for lab in {passed.lab for passed in m.share.labs})
    return tuple((lab, Figure(n, len(members))) for lab, n in sorted(counted.items(), key=lambda r: (-r[1], r[0])))
