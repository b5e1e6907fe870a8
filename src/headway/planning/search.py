"""The best choice for a network: greedy first, its bound next, the solver only for what is left open."""

import math
import threading
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from headway.planning.bound import Bound, lower_bound, minutes_bound
from headway.planning.greedy import greedy
from headway.planning.network import Candidate, Network, Support
from headway.planning.stopping import look
from headway.values import TIES

if TYPE_CHECKING:
    from headway.planning.rules.rule import Rule
    from headway.planning.solve import Solved

LIMIT: Final = 10.0
"""Deterministic time for one question to the solver, about as many seconds on a common laptop."""
MOST_REMEMBERED: Final = 24
"""Questions whose answers are kept: what a person tries with a slider, and back. About half a megabyte each."""
TIE_SHARE: Final = 0.25
"""Part of the limit that may go into ties: equal hours, less money, fewer steps."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A choice and how good it is. minutes and bound: likely minutes of learning."""

    support: Support
    answer: Literal["optimal", "feasible"]
    minutes: int
    bound: int
    method: str
    work: str


def warm_up() -> threading.Thread:
    """Import the solver in the background, so that it is there when a plan asks for it."""

    def load() -> None:
        import headway.planning.solve  # noqa: F401

    thread = threading.Thread(target=load, name="solver-warm-up", daemon=True)
    thread.start()
    return thread


@lru_cache(maxsize=MOST_REMEMBERED)
def fastest(
    network: Network, budget: int | None, limit: float = LIMIT, *, like: tuple[int, ...] = (), ties: bool = True
) -> Found | None:
    """Least likely minutes, then (of equals) most in preferred choices, least money, fewest steps.

    budget in cents. like: a plan that may be near; where it leads to the goals, the search begins from it. ties: False
    where only the minutes matter. None when no choice reaches every goal within the budget, or none was found in the
    limit. The same question is answered from memory: hours, days and deadlines are none of it. Raises Stopped.
    """
    look()
    warm = _near(network, budget, like) or _affordable_greedy(network, budget)
    bound = lower_bound(network)
    if warm is not None and _meets(network, warm, bound, ties=ties):
        return _proven_by_bound(network, warm, len(bound.cuts))
    kept = _worth_keeping(network, warm, bound)
    narrow = network.only(kept)
    inside = None if warm is None else warm.renumbered({c: n for n, c in enumerate(kept)})
    found = _ask_solver(narrow, inside, _inside(bound, kept), budget, limit, ties=ties)
    return None if found is None else msgspec.structs.replace(found, support=found.support.renumbered(kept))


def cheapest(network: Network, minutes: float, limit: float = LIMIT) -> Found | None:
    """Least money within these minutes; minutes and bound are cents here."""
    from headway.planning.rules.targets_reached import TargetsReached
    from headway.planning.rules.within_hours import WithinHours
    from headway.planning.solve import Aim, solve

    rules: list[Rule] = [TargetsReached()]
    if minutes < math.inf:
        rules.append(WithinHours(most=max(0, math.floor(minutes))))
    solved = solve(network, rules, Aim([x.cents for x in network.candidates]), limit=limit)
    return _found(solved, "CP-SAT, least money")


def heaviest(network: Network, minutes: float, budget: int | None, limit: float = LIMIT) -> Support:
    """The goals worth most that fit into these minutes and this money, at least minutes among equals."""
    from headway.planning.rules.targets_reached import TargetsReached
    from headway.planning.solve import Aim, solve

    most = max(0, math.floor(min(minutes, network.minutes(range(len(network.candidates))))))
    lost = [round(goal.weight * 1000) * (most + 1) for goal in network.goals]
    aim = Aim([x.minutes for x in network.candidates], lost)
    rules = [TargetsReached(optional=True), *_limits(budget, most)]
    warm = Support((), {})
    solved = solve(network, rules, aim, limit=limit, warm=warm)
    return warm if solved.support is None else solved.support


def _near(network: Network, budget: int | None, like: Collection[int]) -> Support | None:
    """The plan given, with the cheapest ways to what it does not reach, without what it does not need."""
    found = greedy(network, like, rounds=0) if like else None
    return found if found is not None and _affordable(network, found, budget) else None


def _meets(network: Network, warm: Support, bound: Bound, *, ties: bool) -> bool:
    """Whether a plan is as light as the bound; without ties, as short."""
    if ties:
        return network.weight(warm.chosen) == bound.weight
    return network.minutes(warm.chosen) == minutes_bound(network, bound)


def _affordable_greedy(network: Network, budget: int | None) -> Support | None:
    """The greedy plan; where it is too dear, the one that counts a cent like a minute, like an hour ..."""
    for price in _PRICES if budget is not None else _PRICES[:1]:
        found = greedy(_repriced(network, price))
        if found is not None and _affordable(network, found, budget):
            return found
    return None


def _affordable(network: Network, support: Support, budget: int | None) -> bool:
    return budget is None or network.cents(support.chosen) <= budget


_PRICES: Final = (0, 1, 60, 10**6)
"""Minutes that a hundredth of the currency counts like, rising until the plan is cheap enough."""


def _repriced(network: Network, price: int) -> Network:
    def dearer(candidate: Candidate) -> Candidate:
        weight = candidate.weight + candidate.cents * price * network.minute // 10
        return msgspec.structs.replace(candidate, weight=weight)

    return msgspec.structs.replace(network, candidates=tuple(map(dearer, network.candidates)))


def _proven_by_bound(network: Network, warm: Support, cuts: int) -> Found:
    minutes = network.minutes(warm.chosen)
    return Found(
        support=warm,
        answer="optimal",
        minutes=minutes,
        bound=minutes,
        method="greedy meets its bound",
        work=f"{cuts} cuts",
    )


def _worth_keeping(network: Network, warm: Support | None, bound: Bound) -> list[int]:
    """Reduced-cost fixing: whoever would lift the bound above the plan in hand is out."""
    most = None if warm is None else network.weight(warm.chosen)
    return [c for c, left in enumerate(bound.left) if most is None or bound.weight + left <= most]


def _inside(bound: Bound, kept: Sequence[int]) -> Bound:
    number = {c: n for n, c in enumerate(kept)}
    cuts = tuple(frozenset(number[c] for c in cut if c in number) for cut in bound.cuts)
    return Bound(bound.weight, cuts, tuple(bound.left[c] for c in kept))


def _limits(budget: int | None, most: int, least: int = 0) -> "list[Rule]":
    from headway.planning.rules.within_budget import WithinBudget
    from headway.planning.rules.within_hours import WithinHours

    hours = WithinHours(most, least)
    return [hours] if budget is None else [hours, WithinBudget(budget)]


def _ask_solver(
    network: Network, warm: Support | None, bound: Bound, budget: int | None, limit: float, *, ties: bool
) -> Found | None:
    from headway.planning.rules.landmarks_hit import LandmarksHit
    from headway.planning.rules.targets_reached import TargetsReached
    from headway.planning.solve import Aim, solve

    least = minutes_bound(network, bound)
    most = network.minutes(range(len(network.candidates)) if warm is None else warm.chosen)
    rules: list[Rule] = [TargetsReached(), LandmarksHit(bound.cuts)]
    aim = Aim([x.minutes for x in network.candidates])

    def repair(chosen: Sequence[int]) -> Support | None:
        near = greedy(network, chosen, rounds=0)
        return near if near is not None and _affordable(network, near, budget) else None

    first = solve(network, [*rules, *_limits(budget, most, least)], aim, limit=limit, warm=warm, repair=repair)
    best = _found(first, "CP-SAT")
    if best is None:
        return None if warm is None else _unimproved(network, warm, least, first.work)
    if best.answer != "optimal" or not ties:  # ties are worth settling only where the hours are
        return msgspec.structs.replace(best, bound=max(best.bound, least))
    settled = Aim([x.tie for x in network.candidates])
    rules += [*first.circles, *_limits(budget, best.minutes, least)]
    second = solve(network, rules, settled, limit=limit * TIE_SHARE, warm=best.support)
    return _with_ties(best, second)


def _found(solved: "Solved", method: str) -> Found | None:
    if solved.support is None or solved.answer not in ("optimal", "feasible"):
        return None
    return Found(
        support=solved.support,
        answer="optimal" if solved.answer == "optimal" else "feasible",
        minutes=solved.value,
        bound=solved.value if solved.answer == "optimal" else min(solved.bound, solved.value),
        method=f"{method}, proven" if solved.answer == "optimal" else method,
        work=f"{solved.work:.4f} deterministic seconds",
    )


def _unimproved(network: Network, warm: Support, least: int, work: float) -> Found:
    return Found(
        support=warm,
        answer="feasible",
        minutes=network.minutes(warm.chosen),
        bound=least,
        method="greedy, CP-SAT found nothing better in its limit",
        work=f"{work:.4f} deterministic seconds",
    )


def _with_ties(best: Found, ties: "Solved") -> Found:
    """Among equal hours the better one; says so when not every tie was tried."""
    if ties.support is None:
        return best
    note = "" if ties.answer == "optimal" else f"; {TIES}"
    return msgspec.structs.replace(best, support=ties.support, work=best.work + note)
