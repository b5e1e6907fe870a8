"""Whether a value is the best, by CP-SAT over all checkpoints at once: only for measuring, it takes long."""

from typing import Any

from ortools.sat.python import cp_model

from headway.planning.market.puzzle import Puzzle
from headway.planning.network import FREE


def is_best(puzzle: Puzzle, value: float, limit: float) -> tuple[str, float]:
    """`optimal` when no plan has more, `beaten` with the larger value, or `open` at the limit (deterministic time).

    Circles of needs within one checkpoint are let go of, which can only raise what is possible: a `beaten` may be
    false then, an `optimal` never.
    """
    model: Any = cp_model.CpModel()
    opened: list[Any] = []
    before: list[list[Any]] = []
    for limit_minutes in puzzle.limits:
        variables, terms = _checkpoint(model, puzzle, limit_minutes)
        for earlier, later in zip(before, variables, strict=False):
            model.add_implication(earlier, later)
        before = variables
        opened += terms
    model.add(sum(opened) >= round(value) + 1)
    model.maximize(sum(opened))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = limit
    name = solver.status_name(solver.solve(model))
    if name == "INFEASIBLE":
        return "optimal", value
    if name in ("OPTIMAL", "FEASIBLE"):
        return "beaten", float(solver.objective_value)
    return "open", value


def _checkpoint(model: Any, puzzle: Puzzle, minutes: int) -> tuple[list[Any], list[Any]]:
    """Chosen candidates by one checkpoint, and the weight open then."""
    network = puzzle.network
    chosen = [model.new_bool_var("") for _ in network.candidates]
    held = [model.new_bool_var("") for _ in network.facts]
    givers: list[list[Any]] = [[] for _ in network.facts]
    for c, candidate in enumerate(network.candidates):
        for need in candidate.needs:
            model.add_implication(chosen[c], held[need])
        for teaching in candidate.teachings:
            literal = chosen[c]
            if teaching.start != FREE:
                literal = model.new_bool_var("")
                model.add_implication(literal, chosen[c])
                model.add_implication(literal, held[teaching.start])
            for fact in teaching.gives:
                givers[fact].append(literal)
    for fact, literals in enumerate(givers):
        model.add_bool_or([*literals, ~held[fact]])
    met = []
    for goal in network.goals:
        met.append(model.new_bool_var(""))
        model.add_bool_or([*(held[fact] for fact in goal.any_of), ~met[-1]])
    model.add(sum(x.minutes * chosen[c] for c, x in enumerate(network.candidates)) <= minutes)
    if puzzle.budget is not None:
        model.add(sum(x.cents * chosen[c] for c, x in enumerate(network.candidates)) <= puzzle.budget)
    terms = []
    for row, k in enumerate(puzzle.k.tolist()):
        goals = puzzle.goals[puzzle.start[row] : puzzle.start[row + 1]].tolist()
        literal = model.new_bool_var("")
        model.add(sum(met[goal] for goal in goals) >= k).only_enforce_if(literal)
        terms.append(int(puzzle.weight[row]) * literal)
    return chosen, terms
