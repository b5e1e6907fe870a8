"""Find the solver of a number item: `SOLVERS` of the module named like its topic."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from headway.errors import KnowledgeBroken

Solve = Callable[..., Any]


class Solver(msgspec.Struct, frozen=True):
    """right: from the values drawn to the answer. slips: misconception to the answer it leads to."""

    right: Solve
    slips: Mapping[str, Solve]


@cache
def solvers_of(topic: str) -> Mapping[str, Solver]:
    """The solvers of a topic. Raises KnowledgeBroken when it has none."""
    try:
        module = import_module(f"headway.assessment.templates.{topic.replace('-', '_')}")
    except ModuleNotFoundError:
        raise KnowledgeBroken(f"No solvers for the number items of '{topic}'.") from None
    found: Mapping[str, Solver] = module.SOLVERS
    return found


def solver_of(topic: str, item: str) -> Solver:
    """The solver of one item. Raises KnowledgeBroken."""
    solvers = solvers_of(topic)
    if item not in solvers:
        raise KnowledgeBroken(f"No solver for the number item '{item}' in '{topic}'.")
    return solvers[item]
