"""What no plan can exceed: for each checkpoint, the most that its hours could open if they were all spent for it.

What a plan has finished by a checkpoint is one choice within that checkpoint's hours, so its weight there is at most
the best of all such choices, and the sum over checkpoints bounds the whole (the order of steps and circles of needs
are let go of, which can only raise it). Each is a maximum-coverage problem for CP-SAT with one worker and a limit in
deterministic time: where it is not solved to the end, its own proven bound counts. A later checkpoint has more hours,
so its bound holds for all before it. Beside it stands the same model in fractions, and the lower of the two counts.
"""

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np

from headway.arrays import Array
from headway.planning.market.puzzle import Puzzle
from headway.planning.market.relaxed import Relaxed

LIMIT: Final = 4.0
"""Deterministic time for all checkpoints together, one or two seconds each on a common laptop."""
EARNEST: Final = 4
"""Where the share of a checkpoint is too small, so many of them get all there is."""
SEED: Final = 20
NOISE: Final = 1e-6
"""Of the solvers: the weight is whole, so a bound below a whole number by more than this rules it out."""
FINEST: Final = 1000
"""Weights that are not whole count in thousandths, rounded up."""


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """weights: for each checkpoint, more than this no plan has opened by then.

    whole: a bound on their sum from elsewhere. proven: checkpoints solved to the end. work: deterministic time
    spent. choices: for checkpoints, the candidates that open the most found (a set, no order), each once. chosen: the
    same of each checkpoint. opened: what these open.
    """

    weights: tuple[float, ...]
    choices: tuple[tuple[int, ...], ...] = ()
    chosen: tuple[tuple[int, ...], ...] = ()
    opened: tuple[float, ...] = ()
    proven: int
    work: float
    whole: float = math.inf

    @property
    def total(self) -> float:
        return min(self.whole, sum(self.weights))


def upper_bound(puzzle: Puzzle, limit: float = LIMIT) -> Bound:
    """The bound of each checkpoint. What an easy one leaves of its share of the limit goes to those after it."""
    if not puzzle.k.size or not puzzle.network.candidates:
        return Bound(weights=(0.0,) * len(puzzle.limits), proven=len(puzzle.limits), work=0.0)
    model = Coverage(puzzle)
    answers: dict[int, _Answer] = {}
    left = limit
    order = spread(len(puzzle.limits))
    for done, number in enumerate(order):
        answer = model.most(puzzle.limits[number], left / (len(order) - done))
        left = max(0.0, left - answer.work)
        if not answer.known and left > 0:  # its share was too small to begin: fewer checkpoints, but these in earnest
            answer = model.most(puzzle.limits[number], min(left, limit / EARNEST))
            left = max(0.0, left - answer.work)
        answers[number] = answer
    ordered = [answers[number] for number in range(len(puzzle.limits))]
    found = np.minimum([answer.weight for answer in ordered], model.relaxed(puzzle.limits, order, limit))
    return Bound(
        weights=_falling_back(found),
        choices=tuple(choice for choice in dict.fromkeys(answer.chosen for answer in ordered) if choice),
        chosen=tuple(answer.chosen for answer in ordered),
        opened=tuple(answer.opened for answer in ordered),
        proven=sum(answer.exact for answer in ordered),
        work=limit - left,
    )


def spread(count: int) -> list[int]:
    """The last checkpoint first, then those that halve what is between: 11, 5, 8, 2, ... of twelve."""
    order: list[int] = [count - 1]
    gaps = [(0, count - 1)]
    while gaps:
        first, end = gaps.pop(0)
        if first < end:
            middle = (first + end) // 2
            order.append(middle)
            gaps += [(middle + 1, end), (first, middle)]
    return order


def _falling_back(found: Array) -> tuple[float, ...]:
    """A bound never above a later one's."""
    lowest = np.minimum.accumulate(found[::-1])[::-1]
    return tuple(float(x) for x in lowest)


class _Answer(NamedTuple):
    """known: the solver had time to say anything. opened: what the candidates chosen open."""

    weight: float
    known: bool
    exact: bool
    chosen: tuple[int, ...]
    opened: float
    work: float


class Coverage:
    """The model; only the hours change from checkpoint to checkpoint.

    plain: every posting wants all its groups. Then the model itself is tight, and what the solver would add to it takes
    two to five times as long as it saves; where some of the groups are enough it is the other way round.
    """

    def __init__(self, puzzle: Puzzle) -> None:
        from headway.planning.rules.facts_taught import FactsTaught
        from headway.planning.rules.from_levels_held import FromLevelsHeld
        from headway.planning.rules.prerequisites_held import PrerequisitesHeld
        from headway.planning.rules.within_budget import WithinBudget
        from headway.planning.rules.within_hours import WithinHours
        from headway.planning.variables import Variables

        whole = bool((puzzle.weight == np.rint(puzzle.weight)).all())
        self.scale = 1 if whole else FINEST
        self.weights = [math.ceil(weight * self.scale - 1e-9) for weight in puzzle.weight]
        self.most_open = sum(self.weights)
        self.plain = bool((puzzle.k == np.diff(puzzle.start)).all())
        variables = self.variables = Variables(puzzle.network)
        for rule in (FactsTaught(), FromLevelsHeld(), PrerequisitesHeld()):
            rule.add_to(variables)
        if puzzle.budget is not None:
            WithinBudget(puzzle.budget).add_to(variables)
        met = [self._met(goal.any_of) for goal in puzzle.network.goals]
        opened = []
        for row, k in enumerate(puzzle.k.tolist()):
            goals = puzzle.goals[puzzle.start[row] : puzzle.start[row + 1]].tolist()
            opened.append(self._opened([met[goal] for goal in goals], k))
        least = [*puzzle.least_of.tolist(), *puzzle.least.tolist()]
        self._least = list(zip(least, [*variables.chosen, *opened], strict=True))
        variables.minimise([(-weight, literal) for weight, literal in zip(self.weights, opened, strict=True)])
        # A first answer, to choose nothing, so that time ends with a proven bound.
        variables.proto.solution_hint.vars.extend(range(len(variables.proto.variables)))
        variables.proto.solution_hint.values.extend([0] * len(variables.proto.variables))
        WithinHours(0).add_to(variables)
        self.hours_at = len(variables.proto.constraints) - 1
        self.hours = variables.proto.constraints[self.hours_at].linear

    def _met(self, any_of: Sequence[int]) -> int:
        held = self.variables.held
        if len(any_of) == 1:
            return held[any_of[0]]
        literal = self.variables.new_bool()
        self.variables.at_least_one([-literal - 1, *(held[fact] for fact in any_of)])
        return literal

    def _opened(self, met: Sequence[int], k: int) -> int:
        """A literal that can be true only when k of these are."""
        variables = self.variables
        literal = variables.new_bool()
        if k == len(met):
            for one in met:
                variables.implies(literal, one)
            return literal
        constraint = variables.proto.constraints.add()
        constraint.enforcement_literal.append(literal)
        constraint.linear.coeffs.extend([1] * len(met))
        constraint.linear.vars.extend(met)
        constraint.linear.domain.extend([k, len(met)])
        return literal

    def too_early(self, minutes: int) -> set[int]:
        """Variables that nobody can make true within so many minutes: candidates and postings that take longer."""
        return {variable for least, variable in self._least if least > minutes}

    def relaxed(self, limits: Sequence[int], order: Sequence[int], limit: float) -> Array:
        """For each limit a weight that no choice exceeds, from the model in fractions."""
        least = np.zeros(len(self.variables.proto.variables), dtype=np.int64)
        for minutes, variable in self._least:
            least[variable] = minutes
        bounds = Relaxed(self.variables.proto, self.hours_at, least).bounds(limits, order, limit)
        whole: Array = np.minimum(np.floor(bounds + NOISE), self.most_open) / self.scale
        return whole

    def within(self, minutes: int) -> None:
        self.hours.domain.clear()
        self.hours.domain.extend([0, minutes])
        early = self.too_early(minutes)
        for _, variable in self._least:
            domain = self.variables.proto.variables[variable].domain
            domain.clear()
            domain.extend([0, 0 if variable in early else 1])

    def most(self, minutes: int, limit: float) -> "_Answer":
        """A weight that no choice within the minutes exceeds, whether one reaches it, the best found, and the work."""
        from ortools.sat.python import cp_model_helper as cp

        self.within(minutes)
        wrapper = cp.SolveWrapper()
        wrapper.set_parameters(parameters(limit, self.plain))
        answer: Any = wrapper
        response = answer.solve(self.variables.proto)
        name = response.status.name
        if name not in ("OPTIMAL", "FEASIBLE"):  # out of time before anything was known: its bound means nothing
            return _Answer(self.most_open / self.scale, False, False, (), 0.0, response.deterministic_time)
        bound = min(self.most_open, math.floor(-response.best_objective_bound + NOISE))
        values = list(response.solution)
        chosen = tuple(c for c, literal in enumerate(self.variables.chosen) if values[literal])
        opened = round(-response.objective_value) / self.scale
        return _Answer(bound / self.scale, True, name == "OPTIMAL", chosen, opened, response.deterministic_time)


def parameters(limit: float, plain: bool, gap: float = 0.0) -> Any:
    """One worker, full linearisation and a limit in deterministic time: the same answer on every machine.

    plain: without cuts, probing and symmetries. gap: what lies between the best found and its bound may stay unknown
    when it is no more than this.
    """
    from ortools.sat.python import cp_model_helper as cp

    chosen: Any = cp.SatParameters()
    chosen.num_workers = 1
    chosen.random_seed = SEED
    chosen.max_deterministic_time = limit
    chosen.linearization_level = 2
    if plain:
        chosen.cut_level = 0
        chosen.cp_model_probing_level = 0
        chosen.symmetry_level = 0
    chosen.absolute_gap_limit = gap
    chosen.catch_sigint_signal = False
    return chosen
