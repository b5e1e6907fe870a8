"""One question to CP-SAT: rules in, a choice with its proof out. Reproducible.

One worker, a fixed seed and a limit in deterministic time (a count of the solver's own work, never
the clock), so the same question gives the same answer on a slow machine and a fast one.

The rule that nothing supports itself is added only where an answer breaks it, and the model solved
again: each round's bound holds for the whole question, and its answer is a plan or forbids circles.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal

import msgspec
from ortools.sat.python import cp_model_helper as cp

from headway.planning.circles import look
from headway.planning.network import Network, Support
from headway.planning.rules.facts_taught import FactsTaught
from headway.planning.rules.from_levels_held import FromLevelsHeld
from headway.planning.rules.prerequisites_held import PrerequisitesHeld
from headway.planning.rules.rule import Rule
from headway.planning.stopping import heard
from headway.planning.variables import Variables

SEED: Final = 20
ALWAYS: Final[tuple[type[Rule], ...]] = (FactsTaught, PrerequisitesHeld, FromLevelsHeld)
"""The rules without figures of their own; they hold for every question."""

Answer = Literal["optimal", "feasible", "infeasible", "unknown"]
"""unknown: out of time with nothing found, which proves nothing."""


class Solved(msgspec.Struct, frozen=True):
    """support: the choice, when there is one. value and bound in the objective's units. work: deterministic time.

    circles: what was forbidden on the way; true of every plan, so of use for the next question to this network.
    """

    answer: Answer
    support: Support | None
    value: int
    bound: int
    work: float
    circles: tuple[Rule, ...] = ()


class Aim(msgspec.Struct, frozen=True):
    """What to make small: a whole number for each candidate, and for each goal that is missed."""

    candidates: Sequence[int]
    missed: Sequence[int] = ()

    def value(self, network: Network, support: Support) -> int:
        """The aim of a choice."""
        met = (any(fact in support.provider for fact in goal.any_of) for goal in network.goals)
        lost = sum(amount for amount, yes in zip(self.missed, met, strict=False) if not yes)
        return sum(self.candidates[c] for c in support.chosen) + lost


Repair = Callable[[Sequence[int]], Support | None]
"""From candidates whose order does not work out to a choice near them that keeps all rules."""


def solve(
    network: Network,
    rules: Sequence[Rule],
    aim: Aim,
    *,
    limit: float,
    warm: Support | None = None,
    repair: Repair | None = None,
) -> Solved:
    """The choice that keeps all rules with the smallest aim, or the proof that there is none."""
    variables = Variables(network)
    for rule in (*(rule() for rule in ALWAYS), *rules):
        rule.add_to(variables)
    variables.minimise(_terms(variables, aim))
    rounds = _Rounds(variables, aim, limit, warm, repair)
    while not rounds.over():
        rounds.run()
    return rounds.result()


class _Rounds:
    """Solve, look at the order, forbid circles, solve again; with the best plan and bound so far."""

    def __init__(
        self, variables: Variables, aim: Aim, limit: float, warm: Support | None, repair: Repair | None
    ) -> None:
        self.variables, self.aim, self.left, self.best, self.repair = variables, aim, limit, warm, repair
        self.limit = limit
        self.bound = 0
        self.ended: Answer | None = None
        self.circles: list[Rule] = []

    def over(self) -> bool:
        return self.ended is not None or self._closed()

    def _closed(self) -> bool:
        """Whether the best plan meets the bound."""
        return self.best is not None and self.bound >= self._value(self.best)

    def _value(self, support: Support) -> int:
        return self.aim.value(self.variables.network, support)

    def run(self) -> None:
        """One round."""
        if self.best is not None:
            self.variables.hint(self.best)
            self.variables.between(self.bound, self._value(self.best))
        response = run(self.variables.proto, self.left)
        self.left -= response.deterministic_time
        answer = _ANSWERS[response.status.name]
        if answer in ("infeasible", "unknown"):
            self.ended = answer
            return
        # A bound below a whole number rules out everything up to that number; 1e-6 is the solver's noise.
        self.bound = max(self.bound, math.ceil(response.best_objective_bound - 1e-6))
        self._look(list(response.solution))
        if answer == "feasible" or self.left <= 0:
            self.ended = "unknown"

    def _look(self, values: list[int]) -> None:
        looked = look(self.variables, values)
        if looked.support is not None:
            self._offer(looked.support)
            return
        for rule in looked.broken:
            rule.add_to(self.variables)
        self.circles += looked.broken
        if self.repair is not None:
            chosen = [c for c, literal in enumerate(self.variables.chosen) if values[literal]]
            self._offer(self.repair(chosen))

    def _offer(self, support: Support | None) -> None:
        if support is not None and (self.best is None or self._value(support) < self._value(self.best)):
            self.best = support

    def result(self) -> Solved:
        work, circles = self.limit - self.left, tuple(self.circles)
        if self.best is None:
            return Solved(self.ended or "unknown", None, 0, self.bound, work, circles)
        value = self._value(self.best)
        # With a plan in hand "infeasible" says that the range below it is empty.
        proven = self._closed() or self.ended == "infeasible"
        return Solved(
            "optimal" if proven else "feasible", self.best, value, value if proven else self.bound, work, circles
        )


def _terms(variables: Variables, aim: Aim) -> list[tuple[int, int]]:
    terms = [(amount, variables.chosen[c]) for c, amount in enumerate(aim.candidates) if amount]
    return terms + [(aim.missed[g], literal) for g, literal in variables.missed.items() if aim.missed[g]]


def run(proto: Any, limit: float) -> Any:
    """Ask CP-SAT; limit in deterministic time. The response is the solver's own object."""
    parameters: Any = cp.SatParameters()
    parameters.num_workers = 1
    parameters.random_seed = SEED
    parameters.max_deterministic_time = limit
    # Without linear relaxation of the clauses nothing is proven; a second presolve pass costs more than it finds.
    parameters.linearization_level = 2
    parameters.max_presolve_iterations = 1
    # Its own handler for Ctrl-C allocates memory, which can wait for ever, and takes ours away for good.
    parameters.catch_sigint_signal = False
    wrapper: Any = cp.SolveWrapper()
    wrapper.set_parameters(parameters)
    return heard(lambda: wrapper.solve(proto), wrapper.stop_search)


_ANSWERS: Final[dict[str, Answer]] = {
    "OPTIMAL": "optimal",
    "FEASIBLE": "feasible",
    "INFEASIBLE": "infeasible",
    "UNKNOWN": "unknown",
}
