"""What many postings cannot open, ruled out total by total: the bound of each checkpoint, lower.

Many postings are too much for the solver to find a checkpoint's best choice in a few seconds, but not to rule out what
is well above it: "can 230 be opened?" has its "no" in a tenth of the time. So after the usual bound (bound.py) it is
asked for less and less, until it cannot tell. A choice that reaches what was asked tells where to ask next: half-way.
"""

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import msgspec

from headway.planning.market.bound import NOISE, Bound, Coverage, parameters
from headway.planning.market.puzzle import Puzzle

STEP: Final = 0.05
"""How much less each next total is, as a share of what the checkpoint's bound allows."""
HARDER: Final = 1.5
"""How much longer the next question takes than the one before, or this one, where it was given up after its limit."""
PATIENCE: Final = 2.0
"""A question is given up after so much longer than was expected."""
BEGINNING: Final = 0.5
"""What the very first question is expected to take, as a share of a checkpoint's share of the time."""
LEAST: Final = 0.1
"""Of that, what any question is expected to take at least."""


def lowered(puzzle: Puzzle, bound: Bound, limit: float) -> Bound:
    """The bound with the weights of its checkpoints lower where that is proven within a limit of deterministic time.

    Its choices stay as they are. Nothing is asked where each checkpoint's bound is exact.
    """
    if limit <= 0 or bound.proven >= len(puzzle.limits):
        return bound
    asked = _Lowering(Coverage(puzzle), puzzle.limits, bound, BEGINNING * limit / len(puzzle.limits))
    left = limit
    while left > 0 and (number := asked.likeliest(left)) is not None:
        left -= asked.lower(number, left)
    return msgspec.structs.replace(bound, weights=asked.weights(), work=bound.work + limit - max(0.0, left))


class _Reply(NamedTuple):
    """most: no choice opens more. opened: by the choice found, which reaches what was asked; None if none is known."""

    most: int
    opened: int | None
    work: float


class _Lowering:
    """ceilings: no choice opens more, in the model's own whole weights. floors: so much is opened by a known choice.

    costs: what the next question of each checkpoint is expected to take; where none was asked, what the last first
    question elsewhere took. found: where a choice reached what was asked.
    """

    def __init__(self, model: Coverage, limits: Sequence[int], bound: Bound, cost: float) -> None:
        self.model = model
        self.limits = limits
        self.ceilings = [math.floor(weight * model.scale + NOISE) for weight in bound.weights]
        self.floors = [math.floor(weight * model.scale + NOISE) for weight in bound.opened]
        self.costs: dict[int, float] = {}
        self.first = cost
        self.least = LEAST * cost
        self.found = [False] * len(limits)

    def likeliest(self, left: float) -> int | None:
        """The checkpoint whose next question takes most off for its time, of those that the time left is enough for."""
        gains = [
            (self._cost(number) / (self.ceilings[number] - self._total(number) + 1), number)
            for number in range(len(self.limits))
            if self.floors[number] < self.ceilings[number] and self._cost(number) <= left
        ]
        return min(gains)[1] if gains else None

    def _cost(self, number: int) -> float:
        return self.costs.get(number, self.first)

    def _total(self, number: int) -> int:
        """What to ask for next."""
        floor, ceiling = self.floors[number], self.ceilings[number]
        if self.found[number]:
            return (floor + ceiling + 1) // 2 if floor + 1 < ceiling else ceiling
        return max(min(ceiling, math.ceil((1 - STEP) * ceiling)), floor + 1)

    def lower(self, number: int, left: float) -> float:
        """Ask this checkpoint's next question. The work that it took."""
        total, limit = self._total(number), min(left, PATIENCE * self._cost(number))
        reply = self._reach(self.limits[number], total, limit)
        if reply.opened is not None:
            self.found[number] = True
            self._open(number, reply.opened)
        if reply.most < self.ceilings[number]:
            self._close(number, reply.most)
        answered = reply.opened is not None or reply.most < total
        work = max(reply.work, self.least)  # what presolving answers counts as no work at all
        if number not in self.costs:
            self.first = work if answered else HARDER * limit
        self.costs[number] = HARDER * (work if answered else limit)
        return reply.work

    def _open(self, number: int, opened: int) -> None:
        """What is open here is open at all later ones."""
        self.floors[number:] = [max(floor, opened) for floor in self.floors[number:]]

    def _close(self, number: int, most: int) -> None:
        """What is out of reach here is so at all before."""
        self.ceilings[: number + 1] = [min(ceiling, most) for ceiling in self.ceilings[: number + 1]]

    def _reach(self, minutes: int, total: int, limit: float) -> _Reply:
        """Whether a choice within the minutes opens so much."""
        from ortools.sat.python import cp_model_helper as cp

        model = self.model
        model.within(minutes)
        model.variables.between(-model.most_open, -total)
        model.variables.proto.clear_solution_hint()
        chosen = parameters(limit, model.plain)
        chosen.stop_after_first_solution = True
        wrapper = cp.SolveWrapper()
        wrapper.set_parameters(chosen)
        answer: Any = wrapper
        response = answer.solve(model.variables.proto)
        name, work = response.status.name, response.deterministic_time
        if name not in ("OPTIMAL", "FEASIBLE"):
            return _Reply(total - 1 if name == "INFEASIBLE" else model.most_open, None, work)
        most = min(model.most_open, math.floor(-response.best_objective_bound + NOISE))
        return _Reply(most, round(-response.objective_value), work)

    def weights(self) -> tuple[float, ...]:
        return tuple(ceiling / self.model.scale for ceiling in self.ceilings)
