"""The variables of the solver's model, behind words: chosen, held, gives, position.

The model is built on the solver's own protocol objects (`cp_model_helper`), not on its Python
front end `cp_model`: that one imports pandas and takes 1.2-1.7 s where this takes 0.05 s.
A literal is a variable's number n, or -n-1 for its negation, as everywhere in CP-SAT.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ortools.sat.python import cp_model_helper as cp

from headway.planning.network import FREE, Network, Support
from headway.planning.parts import circle_parts

Term = tuple[int, int]
"""(coefficient, variable)."""


class Gift(NamedTuple):
    """Candidate c gives a fact when `literal` is true. start: the fact it builds on, or FREE."""

    literal: int
    c: int
    start: int


class Variables:
    """All variables of one model, and the few forms of constraint the rules need."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.proto: Any = cp.CpModelProto()
        self.chosen = [self.new_bool() for _ in network.candidates]
        self.held = [self.new_bool() for _ in network.facts]
        self.missed: dict[int, int] = {}
        """Goal -> literal "left out", where a rule allows that."""
        self.gifts = self._all_gifts()

    def _all_gifts(self) -> list[list[Gift]]:
        """A gift that is sure once its candidate is chosen needs no variable of its own.

        It is not sure when it builds on a level, nor when the two could wait for each other.
        """
        part = circle_parts(self.network)
        facts_after = len(self.network.candidates)
        gifts: list[list[Gift]] = []
        for fact, givers in enumerate(self.network.providers()):
            gifts.append([])
            for c, teaching in givers:
                sure = teaching.start == FREE and part[c] != part[facts_after + fact]
                gifts[-1].append(Gift(self.chosen[c] if sure else self.new_bool(), c, teaching.start))
        return gifts

    def asked(self, gift: Gift) -> set[int]:
        """Facts that must be held before this gift counts."""
        return {*self.network.candidates[gift.c].needs, gift.start} - {FREE}

    def gift(self, fact: int, c: int) -> Gift:
        """What candidate c does for a fact."""
        return next(gift for gift in self.gifts[fact] if gift.c == c)

    def new_bool(self) -> int:
        return self.new_int(0, 1)

    def new_int(self, low: int, high: int) -> int:
        self.proto.variables.add().domain.extend([low, high])
        return len(self.proto.variables) - 1

    def at_least_one(self, literals: Sequence[int]) -> None:
        """A clause. Without literals it cannot be met, which is meant."""
        self.proto.constraints.add().bool_or.literals.extend(literals)

    def implies(self, first: int, then: int) -> None:
        self.at_least_one([-first - 1, then])

    def total_between(self, terms: Sequence[Term], low: int, high: int) -> None:
        linear = self.proto.constraints.add().linear
        linear.coeffs.extend([coefficient for coefficient, _ in terms])
        linear.vars.extend([variable for _, variable in terms])
        linear.domain.extend([low, high])

    def minimise(self, terms: Sequence[Term]) -> None:
        self.proto.objective.coeffs.extend([coefficient for coefficient, _ in terms])
        self.proto.objective.vars.extend([variable for _, variable in terms])

    def between(self, low: int, high: int) -> None:
        """Look for objectives in this range only."""
        self.proto.objective.domain.clear()
        self.proto.objective.domain.extend([low, high])

    def hint(self, support: Support) -> None:
        """A complete first solution: every variable gets its value, for CP-SAT drops partial hints."""
        values = [0] * len(self.proto.variables)
        for c in support.chosen:
            values[self.chosen[c]] = 1
        for fact, giver in support.provider.items():
            values[self.held[fact]] = 1
            for gift in self.gifts[fact]:
                if gift.c == giver:
                    values[gift.literal] = 1
        for goal, literal in self.missed.items():
            reached = any(fact in support.provider for fact in self.network.goals[goal].any_of)
            values[literal] = 0 if reached else 1
        self.proto.clear_solution_hint()
        self.proto.solution_hint.vars.extend(range(len(values)))
        self.proto.solution_hint.values.extend(values)
