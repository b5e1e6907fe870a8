"""One question to CP-SAT: rules in, a choice with its proof out. Reproducible.

One worker, a fixed seed and a limit in deterministic time (a count of the solver's own work, never
the clock), so the same question gives the same answer on a slow machine and a fast one.
"""

from collections.abc import Sequence
from typing import Any, Final, Literal

import msgspec
from ortools.sat.python import cp_model_helper as cp

from headway.planning.greedy import used_part
from headway.planning.network import Network, Support
from headway.planning.rules.facts_taught import FactsTaught
from headway.planning.rules.from_levels_held import FromLevelsHeld
from headway.planning.rules.no_circles import NoCircles
from headway.planning.rules.prerequisites_held import PrerequisitesHeld
from headway.planning.rules.rule import Rule
from headway.planning.variables import Variables

SEED: Final = 20
ALWAYS: Final[tuple[type[Rule], ...]] = (FactsTaught, PrerequisitesHeld, FromLevelsHeld, NoCircles)
"""The rules without figures of their own; they hold for every question."""

Answer = Literal["optimal", "feasible", "infeasible", "unknown"]
"""unknown: out of time with nothing found, which proves nothing."""


class Solved(msgspec.Struct, frozen=True):
    """support: the choice, when there is one. value and bound in the objective's units. work: deterministic time."""

    answer: Answer
    support: Support | None
    value: int
    bound: int
    work: float


class Aim(msgspec.Struct, frozen=True):
    """What to make small: a whole number for each candidate, and for each goal that is missed."""

    candidates: Sequence[int]
    missed: Sequence[int] = ()


def solve(network: Network, rules: Sequence[Rule], aim: Aim, *, limit: float, warm: Support | None = None) -> Solved:
    """The choice that keeps all rules with the smallest aim, or the proof that there is none."""
    variables = Variables(network)
    for rule in (*(rule() for rule in ALWAYS), *rules):
        rule.add_to(variables)
    variables.minimise(_terms(variables, aim))
    if warm is not None:
        variables.hint(warm)
    response = run(variables.proto, limit)
    answer = _ANSWERS[response.status.name]
    if answer in ("infeasible", "unknown"):
        return Solved(answer, None, 0, round(response.best_objective_bound), response.deterministic_time)
    support = _support(variables, list(response.solution))
    return Solved(
        answer,
        support,
        _value(network, aim, support),
        # A bound below a whole number rules out everything up to that number; 1e-6 is the solver's noise.
        -int(-(response.best_objective_bound - 1e-6) // 1),
        response.deterministic_time,
    )


def _terms(variables: Variables, aim: Aim) -> list[tuple[int, int]]:
    terms = [(amount, variables.chosen[c]) for c, amount in enumerate(aim.candidates) if amount]
    return terms + [(aim.missed[g], literal) for g, literal in variables.missed.items() if aim.missed[g]]


def _value(network: Network, aim: Aim, support: Support) -> int:
    """The aim of what is really used (a plan that is not the best may carry something needless)."""
    missed = (any(fact in support.provider for fact in goal.any_of) for goal in network.goals)
    lost = sum(amount for amount, met in zip(aim.missed, missed, strict=False) if not met)
    return sum(aim.candidates[c] for c in support.chosen) + lost


def run(proto: Any, limit: float) -> Any:
    """Ask CP-SAT; limit in deterministic time. The response is the solver's own object."""
    parameters: Any = cp.SatParameters()
    parameters.num_workers = 1
    parameters.random_seed = SEED
    parameters.max_deterministic_time = limit
    parameters.linearization_level = 2
    wrapper = cp.SolveWrapper()
    wrapper.set_parameters(parameters)
    answer: Any = wrapper
    return answer.solve(proto)


def _support(variables: Variables, values: list[int]) -> Support:
    giver = variables.support(values)
    goals = [
        next(fact for fact in goal.any_of if values[variables.held[fact]])
        for goal in variables.network.goals
        if any(values[variables.held[fact]] for fact in goal.any_of)
    ]
    return used_part(variables.network, giver, goals)


_ANSWERS: Final[dict[str, Answer]] = {
    "OPTIMAL": "optimal",
    "FEASIBLE": "feasible",
    "INFEASIBLE": "infeasible",
    "UNKNOWN": "unknown",
}
