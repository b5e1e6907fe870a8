"""Checkpoints in one model: what each has finished grows out of what the one before had.

The sum of the checkpoints' own bounds lets each of them be another choice; here they hang together. It is the question
itself but for circles of needs within a checkpoint, which are let go of (that can only raise it). It pays on small
questions, where it either finds a better plan or proves that there is none.

Two neighbours are looked at first, then three, and so on to all: what a few can open together bounds the longer
rows they are part of. And as a better plan must open more than the best known one, what the others can open at most
says how much is left for these at least; where they cannot, there is no better plan.
"""

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from headway.planning.market.bound import Bound, Coverage, parameters
from headway.planning.market.puzzle import Puzzle

SMALL: Final = 6000
"""Variables up to which it is tried: those of one checkpoint times the checkpoints."""

SHARE: Final = 0.5
"""Of its even part of the limit, for each row but the longest, which has all that is left."""


class Nested(NamedTuple):
    """total: no plan opens more, summed over the checkpoints. choices: of a better plan, checkpoint by checkpoint."""

    total: float
    choices: tuple[tuple[int, ...], ...]
    work: float


def prove(puzzle: Puzzle, bound: Bound, value: float, limit: float) -> Nested:
    """Whether a plan opens more than `value`: looked for within a limit of deterministic time.

    Tried only where every checkpoint's own bound is exact; else nothing is learned and the total is the bound's.
    """
    nothing = Nested(bound.total, (), 0.0)
    if value >= bound.total or bound.proven < len(puzzle.limits):
        return nothing
    coverage = Coverage(puzzle)
    if len(coverage.variables.proto.variables) * len(puzzle.limits) > SMALL:
        return nothing
    floor = math.floor(value * coverage.scale + 1e-6)
    most = [math.floor(weight * coverage.scale + 1e-6) for weight in bound.weights]
    total, choices, work = _Rows(coverage, puzzle.limits, most, floor).widened(limit)
    return Nested(min(bound.total, total / coverage.scale), choices, work)


class _Answer(NamedTuple):
    """most: of the row, or None where it cannot leave room for a better plan. choices: found, by checkpoint."""

    most: int | None
    choices: tuple[tuple[int, ...], ...]
    work: float


class _Rows:
    """Rows of neighbouring checkpoints first to end; most[first, end]: no plan opens more in these together."""

    def __init__(self, coverage: Coverage, limits: Sequence[int], most: Sequence[int], floor: int) -> None:
        self.coverage = coverage
        self.limits = limits
        self.floor = floor
        self.last = len(limits) - 1
        self.most = {(n, n): weight for n, weight in enumerate(most)}
        self._add_up()

    def _add_up(self) -> None:
        """A row opens no more than its parts."""
        for width in range(1, self.last + 1):
            for first in range(self.last + 1 - width):
                end = first + width
                parts = [self.most[first, cut] + self.most[cut + 1, end] for cut in range(first, end)]
                self.most[first, end] = min(self.most.get((first, end), parts[0]), *parts)

    def least(self, first: int, end: int) -> int:
        """What a better plan opens in this row at least, as the others open no more than they can."""
        before = self.most[0, first - 1] if first else 0
        after = self.most[end + 1, self.last] if end < self.last else 0
        return max(0, self.floor + 1 - before - after)

    def widened(self, limit: float) -> tuple[int, tuple[tuple[int, ...], ...], float]:
        """Most of all checkpoints, a better plan's choices where one is found, and the work."""
        left = limit
        for width in range(1, self.last + 1):
            for first in range(self.last + 1 - width):
                rows_to_come = sum(self.last + 1 - wider for wider in range(width, self.last + 1)) - first
                answer = self._asked(first, first + width, left if width == self.last else SHARE * left / rows_to_come)
                left = max(0.0, left - answer.work)
                if answer.most is None:
                    return self.floor, (), limit - left
                self.most[first, first + width] = min(self.most[first, first + width], answer.most)
                self._add_up()
                if self.most[0, self.last] <= self.floor:
                    return self.floor, (), limit - left
        return self.most[0, self.last], answer.choices, limit - left

    def _asked(self, first: int, end: int, limit: float) -> _Answer:
        from ortools.sat.python import cp_model_helper as cp

        wrapper: Any = cp.SolveWrapper()
        wrapper.set_parameters(parameters(limit))
        response = wrapper.solve(self._model(first, end))
        name, work = response.status.name, response.deterministic_time
        most = self.most[first, end]
        if name == "INFEASIBLE":
            return _Answer(None, (), work)
        proven = math.floor(-response.best_objective_bound + 1e-6)
        if name not in ("OPTIMAL", "FEASIBLE"):
            # Out of time before anything was known, its bound means nothing; told by lying outside what was asked.
            return _Answer(proven if self.least(first, end) <= proven <= most else most, (), work)
        values = list(response.solution)
        size = len(self.coverage.variables.proto.variables)
        choices = [
            tuple(c for c, literal in enumerate(self.coverage.variables.chosen) if values[literal + n * size])
            for n in range(end - first + 1)
        ]
        return _Answer(min(most, proven), tuple(choices), work)

    def _model(self, first: int, end: int) -> Any:
        """The model of one checkpoint once for each: no variable falls, no row opens more than it can."""
        from ortools.sat.python import cp_model_helper as cp

        one = self.coverage.variables.proto
        size = len(one.variables)
        model: Any = cp.CpModelProto()
        for number in range(first, end + 1):
            _add_checkpoint(model, self.coverage, self.limits[number], (number - first) * size)
        opened = range(len(model.variables), len(model.variables) + end - first + 1)
        for place, number in enumerate(range(first, end + 1)):
            model.variables.add().domain.extend([self.least(number, number), self.most[number, number]])
            own = model.constraints.add().linear
            own.vars.extend([opened[place], *(variable + place * size for variable in one.objective.vars)])
            own.coeffs.extend([-1, *(-weight for weight in one.objective.coeffs)])
            own.domain.extend([0, 0])
        for left, right in self.most:
            if first <= left < right <= end:
                row = model.constraints.add().linear
                row.vars.extend(opened[left - first : right - first + 1])
                row.coeffs.extend([1] * (right - left + 1))
                row.domain.extend([self.least(left, right), self.most[left, right]])
        model.objective.vars.extend(opened)
        model.objective.coeffs.extend([-1] * len(opened))
        return model


def _add_checkpoint(model: Any, coverage: Coverage, limit: int, shift: int) -> None:
    one = coverage.variables.proto
    size = len(one.variables)
    early = coverage.too_early(limit)
    for variable in range(size):
        model.variables.add().domain.extend([0, 0 if variable in early else 1])
    for index in range(len(one.constraints)):
        # Told by has_..., for merely reading the other field would clear this one.
        _copied(model.constraints.add(), one.constraints[index], shift)
        if index == coverage.hours_at:
            _between(model.constraints[len(model.constraints) - 1].linear, limit)
    for variable in range(size if shift else 0):
        model.constraints.add().bool_or.literals.extend([-(variable + shift - size) - 1, variable + shift])


def _copied(new: Any, old: Any, shift: int) -> None:
    """A clause or a sum, over the variables so much further on."""
    new.enforcement_literal.extend([_shifted(literal, shift) for literal in old.enforcement_literal])
    if old.has_bool_or():
        new.bool_or.literals.extend([_shifted(literal, shift) for literal in old.bool_or.literals])
        return
    new.linear.vars.extend([variable + shift for variable in old.linear.vars])
    new.linear.coeffs.extend(list(old.linear.coeffs))
    new.linear.domain.extend(list(old.linear.domain))


def _shifted(literal: int, shift: int) -> int:
    return literal + shift if literal >= 0 else literal - shift


def _between(linear: Any, most: int) -> None:
    linear.domain.clear()
    linear.domain.extend([0, most])
