"""All checkpoints in one model: what each has finished grows out of what the one before had.

The sum of the checkpoints' own bounds lets each of them be another choice; here they hang together. It is the question
itself but for circles of needs within a checkpoint, which are let go of (that can only raise it). It pays on small
questions, where it either finds a better plan or proves that there is none.
"""

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from headway.planning.market.bound import Bound, Coverage, parameters
from headway.planning.market.puzzle import Puzzle

SMALL: Final = 6000
"""Variables up to which it is tried: those of one checkpoint times the checkpoints."""


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
    model = _chained(coverage, puzzle.limits, [math.floor(w * coverage.scale + 1e-6) for w in bound.weights], floor)
    return _answer(coverage, model, len(puzzle.limits), floor, limit, bound)


def _chained(coverage: Coverage, limits: Sequence[int], most: Sequence[int], floor: int) -> Any:
    """The model of one checkpoint once for each: no variable falls, and more than floor is opened."""
    from ortools.sat.python import cp_model_helper as cp

    one = coverage.variables.proto
    size = len(one.variables)
    terms = list(one.objective.vars), [-weight for weight in one.objective.coeffs]
    model: Any = cp.CpModelProto()
    for number, limit in enumerate(limits):
        shift = number * size
        for _ in range(size):
            model.variables.add().domain.extend([0, 1])
        for index in range(len(one.constraints)):
            # Told by has_..., for merely reading the other field would clear this one.
            _copied(model.constraints.add(), one.constraints[index], shift)
            if index == coverage.hours_at:
                _between(model.constraints[len(model.constraints) - 1].linear, limit)
        for variable in range(size if number else 0):
            model.constraints.add().bool_or.literals.extend([-(variable + shift - size) - 1, variable + shift])
        own = model.constraints.add().linear
        own.vars.extend([variable + shift for variable in terms[0]])
        own.coeffs.extend(terms[1])
        own.domain.extend([0, most[number]])
        model.objective.vars.extend([variable + shift for variable in terms[0]])
        model.objective.coeffs.extend([-weight for weight in terms[1]])
    model.objective.domain.extend([-sum(most), -floor - 1])
    return model


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


def _answer(coverage: Coverage, model: Any, count: int, floor: int, limit: float, bound: Bound) -> Nested:
    from ortools.sat.python import cp_model_helper as cp

    wrapper: Any = cp.SolveWrapper()
    wrapper.set_parameters(parameters(limit))
    response = wrapper.solve(model)
    name = response.status.name
    if name == "INFEASIBLE":  # nobody opens more than floor
        return Nested(min(bound.total, floor / coverage.scale), (), response.deterministic_time)
    if name not in ("OPTIMAL", "FEASIBLE"):
        return Nested(bound.total, (), response.deterministic_time)
    total = min(bound.total, math.floor(-response.best_objective_bound + 1e-6) / coverage.scale)
    values = list(response.solution)
    size = len(coverage.variables.proto.variables)
    choices = [
        tuple(c for c, literal in enumerate(coverage.variables.chosen) if values[literal + number * size])
        for number in range(count)
    ]
    return Nested(total, tuple(choices), response.deterministic_time)
